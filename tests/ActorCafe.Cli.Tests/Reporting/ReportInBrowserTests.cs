using ActorCafe.Cli.Tests.Processes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>The page in a browser: phone and desktop, light and dark, and print.</summary>
public sealed class ReportInBrowserTests : IDisposable
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private const string Visible = "[...document.images].filter(image => image.getClientRects().length > 0)";

    private readonly TempFolder _folder = new();

    [BrowserFact]
    public async Task The_page_of_five_shops_is_whole_on_every_screen()
    {
        (await CafeProcess.RunAsync(_folder, "compare", "--orders", "60", "--report", "r", "--quiet")).ShouldBe((0, "", ""));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Arguments });
        foreach (var (width, height) in (IEnumerable<(int, int)>)[(360, 740), (768, 1024), (1280, 900)])
        {
            foreach (var scheme in (IEnumerable<ColorScheme>)[ColorScheme.Light, ColorScheme.Dark])
            {
                await LookAsync(browser, width, height, scheme);
            }
        }
    }

    [BrowserFact]
    public async Task Paper_gets_the_light_pictures()
    {
        (await CafeProcess.RunAsync(_folder, "run", "--orders", "60", "--report", "r", "--quiet")).ShouldBe((0, "", ""));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Arguments });
        var page = await OpenAsync(browser, new() { ColorScheme = ColorScheme.Dark }, []);
        (await ShownAsync(page)).ShouldAllBe(source => source != "light");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        (await ShownAsync(page)).ShouldAllBe(source => source == "light");
        (await page.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
        await page.CloseAsync();
    }

    public void Dispose() => _folder.Dispose();

    private async Task LookAsync(IBrowser browser, int width, int height, ColorScheme scheme)
    {
        var trouble = new List<string>();
        var page = await OpenAsync(browser, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme }, trouble);
        var where = $"{width} pixels, {scheme}";

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, where);
        var pictures = await page.EvaluateAsync<double[]>($"{Visible}.map(image => image.complete ? Math.min(image.naturalWidth, image.getBoundingClientRect().width) : 0)");
        pictures.Length.ShouldBeGreaterThan(10);
        pictures.ShouldAllBe(size => size > 250 && size <= width, where);
        (await page.EvaluateAsync<int>($"{Visible}.filter(image => !image.alt).length")).ShouldBe(0);
        (await ShownAsync(page)).ShouldAllBe(source => source == (scheme == ColorScheme.Light ? "light" : "dark"));

        var found = await page.Locator(".player").RunAxe();
        found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty(where);

        trouble.ShouldBeEmpty(where);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(IBrowser browser, BrowserNewPageOptions options, List<string> trouble)
    {
        var page = await browser.NewPageAsync(options);
        page.Console += (_, message) => trouble.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => trouble.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file://", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                trouble.Add($"asks for {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(_folder.File("r/index.html")).AbsoluteUri);
        await page.WaitForFunctionAsync($"{Visible}.every(image => image.complete)");
        return page;
    }

    /// <summary>The classes of the visible images.</summary>
    private static async Task<string[]> ShownAsync(IPage page) => await page.EvaluateAsync<string[]>($"{Visible}.map(image => image.className)");
}
