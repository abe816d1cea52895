using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Floor;
using ActorCafe.Shop.Settings;
using ActorCafe.Tests.Shared;
using Microsoft.Playwright;

namespace ActorCafe.Film;

/// <summary>
/// The picture of README, animated and still: the floor page's five shops with constant times, recorded in a browser while it plays. The page's clock is
/// moved from frame to frame, so the film is the same on a busy machine.
/// </summary>
public static class FloorFilm
{
    /// <summary>The frame at which the film ends and rests.</summary>
    public const int Frames = 190;

    /// <summary>The frame at which the film begins: three minutes after opening, when the shops start to differ.</summary>
    public const int First = 25;

    // In milliseconds.
    private const int BrowserFrame = 16;
    private const int Frame = 6 * BrowserFrame;
    private const double SecondsPerFrame = Frame / 1000.0;
    private const double Rest = 3;
    private const int Width = 800;
    private const int Pace = 75;

    // Constant times and gaps: the eye sees what structure and pool sizes do, and nothing else.
    private static readonly Override[] Changes =
    [
        .. new[] { "cafe.step.accept.service=20s", "cafe.step.grind.service=60s", "cafe.step.brew.service=45s", "cafe.customers.arrivals.distribution=deterministic", "cafe.customers.arrivals.value=30s", "cafe.customers.orders=40" }
            .Select(change => new Override("--set", change)),
    ];

    private static readonly string[] Parts = ["#time", ".legend", ".shop"];

    /// <summary>The shops of the film.</summary>
    public static IReadOnlyList<ShopSettings> Shops { get; } = [.. ShopFiles.EssayShops.Select(file => ShopFiles.LoadEmbedded(file, Changes).Settings)];

    /// <summary>Plays the page and returns what it showed as an animated SVG, and its last frame as one that does not move.</summary>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="from">The frame at which to begin.</param>
    public static async Task<(string Film, string Still)> RecordAsync(ColorScheme scheme, int from = First)
    {
        await using var floor = await FloorServer.StartAsync(Shops, port: 0);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.Browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = Width, Height = Width }, BypassCSP = true });
        page.SetDefaultTimeout(120_000);
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddHours(1));
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{floor.Page}#page=shops&t={from * SecondsPerFrame * Pace}&pace={Pace}&play=0"));
        await page.Locator(".shop").First.WaitForAsync();
        await page.AddStyleTagAsync(new() { Content = Resource("film.css") });
        await page.AddScriptTagAsync(new() { Content = Resource("film.js"), Type = "module" });
        await page.WaitForFunctionAsync("'film' in globalThis");
        // The page's time went on while it loaded: the film begins at a frame of the browser.
        await page.Clock.RunForAsync(await page.EvaluateAsync<int>($"{BrowserFrame} - Math.round(performance.now()) % {BrowserFrame}"));
        await page.Locator("#play").DispatchEventAsync("click");
        for (var frame = from; frame < Frames; frame++)
        {
            await page.EvaluateAsync("parts => film.take(parts)", Parts);
            await page.Clock.RunForAsync(Frame);
        }

        var height = await page.EvaluateAsync<double>("document.querySelector('#lanes').getBoundingClientRect().bottom + 4");
        var size = string.Create(CultureInfo.InvariantCulture, $"{Width}, {Math.Ceiling(height)}");
        return (
            await page.EvaluateAsync<string>(string.Create(CultureInfo.InvariantCulture, $"film.svg({size}, {SecondsPerFrame}, {Rest})")),
            await page.EvaluateAsync<string>($"film.still({size})"));
    }

    private static string Resource(string name)
    {
        using var file = new StreamReader(typeof(FloorFilm).Assembly.GetManifestResourceStream(name)!);
        return file.ReadToEnd();
    }
}
