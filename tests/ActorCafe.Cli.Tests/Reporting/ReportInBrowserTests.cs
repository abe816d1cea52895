using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>The essay's five shops.</summary>
public sealed class ReportOfFiveShops() : BrowsedReport("compare", "--orders", "60");

/// <summary>The page in a browser: phone and desktop, light and dark, and print.</summary>
public sealed class ReportInBrowserTests(ReportOfFiveShops report) : IClassFixture<ReportOfFiveShops>
{
    private const string Visible = "[...document.images].filter(image => image.getClientRects().length > 0)";

    [BrowserFact]
    public async Task The_page_of_five_shops_is_whole_on_every_screen()
    {
        foreach (var (width, height) in (IEnumerable<(int, int)>)[(360, 740), (768, 1024), (1280, 900)])
        {
            foreach (var scheme in (IEnumerable<ColorScheme>)[ColorScheme.Light, ColorScheme.Dark])
            {
                await LookAsync(width, height, scheme);
            }
        }
    }

    [BrowserFact]
    public async Task Paper_gets_the_light_pictures()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Dark }, new());
        (await ShownAsync(page)).ShouldAllBe(source => source != "light");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        (await ShownAsync(page)).ShouldAllBe(source => source == "light");
        (await page.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_bar_in_a_stages_box_is_as_long_as_the_stage_was_busy()
    {
        var page = await OpenAsync(new(), new());

        var boxes = await page.EvaluateAsync<double[][]>(
            """
            [...document.querySelectorAll('.structure .stage')].map(box => {
              const [bar, filled] = [box.querySelector('svg.bar'), box.querySelector('svg.bar rect').getBoundingClientRect()];
              return [Number(/busy ([0-9.]+)%/.exec(box.textContent)[1]), 100 * filled.width / bar.clientWidth, filled.height];
            })
            """);

        boxes.Length.ShouldBeGreaterThan(10);
        foreach (var box in boxes)
        {
            var (busy, width, height) = (box[0], box[1], box[2]);
            width.ShouldBe(busy, 0.6);
            height.ShouldBeGreaterThan(3);
        }
    }

    private async Task LookAsync(int width, int height, ColorScheme scheme)
    {
        var checks = new PageChecks();
        var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme }, checks);
        var where = $"{width} pixels, {scheme}";

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, where);
        var pictures = await page.EvaluateAsync<double[]>($"{Visible}.map(image => image.complete ? Math.min(image.naturalWidth, image.getBoundingClientRect().width) : 0)");
        pictures.Length.ShouldBeGreaterThan(10);
        pictures.ShouldAllBe(size => size > 250 && size <= width, where);
        (await page.EvaluateAsync<int>($"{Visible}.filter(image => !image.alt).length")).ShouldBe(0);
        (await ShownAsync(page)).ShouldAllBe(source => source == (scheme == ColorScheme.Light ? "light" : "dark"));

        PageChecks.Lines(await page.Locator(".player").RunAxe()).ShouldBeEmpty(where);

        checks.ShouldBeClean(where);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(BrowserNewPageOptions options, PageChecks checks)
    {
        var page = await report.Browser.NewPageAsync(options);
        page.SetDefaultTimeout(120_000);
        checks.Watch(page, asked => asked.IsFile);
        await page.GotoAsync(report.Page);
        await page.WaitForFunctionAsync($"{Visible}.every(image => image.complete)");
        return page;
    }

    /// <summary>The classes of the visible images.</summary>
    private static async Task<string[]> ShownAsync(IPage page) => await page.EvaluateAsync<string[]>($"{Visible}.map(image => image.className)");
}
