using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorCafe.Cli.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>A report of two shops, and a browser.</summary>
public sealed class ReportOfTwoShops : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright? _playwright;

    public TempFolder Folder { get; } = new();

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (File.Exists(BrowserFactAttribute.Chromium))
        {
            Folder.Write("one.conf", "cafe.name = one\n");
            Folder.Write("two.conf", "cafe.name = two\nakka.actor.deployment./cafe/grinder.nr-of-instances = 2\n");
            (await CafeProcess.RunAsync(Folder, "compare", "one.conf", "two.conf", "--orders", "40", "--report", "r", "--json", "a.json", "--quiet")).ShouldBe((0, "", ""));
            _playwright = await Playwright.CreateAsync();
            Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
        }

        Folder.Dispose();
    }
}

/// <summary>The player inside a report, opened as a file.</summary>
public sealed class ReportPlayerTests(ReportOfTwoShops report) : IClassFixture<ReportOfTwoShops>, IDisposable
{
    private readonly List<string> _trouble = [];

    /// <summary>The page should have caused no error and asked nobody.</summary>
    public void Dispose() => _trouble.ShouldBeEmpty();

    [BrowserFact]
    public async Task At_the_end_its_figures_are_those_of_the_result()
    {
        var page = await OpenAsync("");
        await page.Locator("#floor").FocusAsync();
        await page.Keyboard.PressAsync("End");

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report.Folder.File("a.json")));
        var shops = json.RootElement.EnumerateArray().ToList();
        await Expect(page.Locator(".shop")).ToHaveCountAsync(2);
        foreach (var shop in shops)
        {
            var lane = page.Locator($"[data-shop='{shop.GetProperty("shop").GetString()}']");
            await Expect(lane).ToContainTextAsync($"{shop.GetProperty("orders").GetProperty("served").GetInt64()} served");
            await Expect(lane.Locator(".dial.orders")).ToContainTextAsync(Mean(shop, "concurrency", "F1"));
            await Expect(lane.Locator(".dial.busy")).ToContainTextAsync(Mean(shop, "parallelism", "F2"));
        }
    }

    [BrowserFact]
    public async Task It_plays_and_its_keys_work_where_one_clicked()
    {
        var page = await OpenAsync("", hasClock: true);

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#time")).ToHaveTextAsync("0:00:00");
        await page.Locator("[data-shop='one'] .lane").ClickAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#time")).ToHaveTextAsync("0:00:02");
        await page.Keyboard.PressAsync("Space");
        await page.Clock.RunForAsync(10_000);
        await page.Keyboard.PressAsync("Space");
        (await page.Locator("#time").InnerTextAsync()).ShouldBeOneOf("0:10:00", "0:10:01", "0:10:02", "0:10:03");
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator("#rows tr")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#help")).ToBeVisibleAsync();
        await Expect(page.Locator("#help")).Not.ToContainTextAsync("one worker more or fewer", new() { UseInnerText = true });
    }

    [BrowserFact]
    public async Task An_address_shows_its_moment_with_the_order_marked_in_every_shop()
    {
        var page = await OpenAsync("#page=report&t=300&pace=30&play=0&order=7");

        await Expect(page.Locator("#time")).ToHaveTextAsync("0:05:00");
        (await page.Locator(".token.selected").EvaluateAllAsync<string[]>("tokens => tokens.map(token => token.dataset.order)")).ShouldAllBe(order => order == "7");
        await Expect(page.Locator(".shop:has(.token.selected)")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page).Not.ToHaveURLAsync(new Regex("&t=300&"));
        await Expect(page).ToHaveURLAsync(new Regex("#page=report&t=[0-9.]+&pace=30&play=0&order=7$"));
    }

    [BrowserFact]
    public async Task An_address_of_a_place_in_the_report_stays_until_the_player_is_used()
    {
        var page = await OpenAsync("#floor");

        await page.SetViewportSizeAsync(700, 700);
        await Expect(page).ToHaveURLAsync(new Regex("#floor$"));
        await page.Locator("#on").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#page=report&t="));
    }

    private static string Mean(JsonElement shop, string level, string format) =>
        $"mean {shop.GetProperty(level).GetProperty("mean").GetDouble().ToString(format, CultureInfo.InvariantCulture)}";

    private async Task<IPage> OpenAsync(string hash, bool hasClock = false)
    {
        var page = await report.Browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) => _trouble.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _trouble.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file://", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _trouble.Add($"asks for {request.Url}");
            }
        };
        if (hasClock)
        {
            await page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        }

        await page.GotoAsync(new Uri(report.Folder.File("r/index.html")).AbsoluteUri + hash);
        await page.Locator(".shop").First.WaitForAsync();
        if (hasClock)
        {
            await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddHours(1));
        }

        return page;
    }
}
