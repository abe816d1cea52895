using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>Two shops from files, with their result.</summary>
public sealed class ReportOfTwoShops : BrowsedReport
{
    public ReportOfTwoShops()
        : base("compare", "one.conf", "two.conf", "--orders", "40", "--json", "a.json")
    {
        Folder.Write("one.conf", "cafe.name = one\n");
        Folder.Write("two.conf", "cafe.name = two\nakka.actor.deployment./cafe/grinder.nr-of-instances = 2\n");
    }
}

/// <summary>The player inside a report, opened as a file.</summary>
public sealed class ReportPlayerTests(ReportOfTwoShops report) : IClassFixture<ReportOfTwoShops>, IDisposable
{
    private readonly PageChecks _checks = new();

    /// <summary>The page should have caused no error and asked nobody.</summary>
    public void Dispose() => _checks.ShouldBeClean();

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
        await page.Clock.RunForAsync(2_000);
        await page.Keyboard.PressAsync("Space");
        (await page.Locator("#time").InnerTextAsync()).ShouldBeOneOf("0:02:00", "0:02:01", "0:02:02", "0:02:03");
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
        _checks.Watch(page, asked => asked.IsFile);
        if (hasClock)
        {
            await page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        }

        await page.GotoAsync(report.Page + hash);
        await page.Locator(".shop").First.WaitForAsync();
        if (hasClock)
        {
            await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddHours(1));
        }

        return page;
    }
}
