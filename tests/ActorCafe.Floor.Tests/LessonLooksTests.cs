using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>What the lesson shows, and how it looks on every screen.</summary>
public sealed partial class LessonLooksTests(FloorBrowser browser) : IClassFixture<FloorBrowser>
{
    private static readonly (int Width, int Height, ColorScheme Scheme)[] Screens =
        [(360, 740, ColorScheme.Light), (360, 740, ColorScheme.Dark), (768, 1024, ColorScheme.Light), (1280, 900, ColorScheme.Light), (1280, 900, ColorScheme.Dark)];

    /// <summary>With another seed, so that a figure written into the page would be wrong.</summary>
    [BrowserFact]
    public async Task Every_figure_comes_from_the_runs()
    {
        var shops = ShopFiles.EssayShops.Select(file => EssayShops.Load(file, "cafe.seed=5", "cafe.step.brew.service.mean=50s")).ToList();
        await using var floor = await FloorServer.StartAsync(shops, port: 0, new LessonPlannerStub());
        await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, "page=lesson");
        var known = new HashSet<string>();
        foreach (var shop in shops)
        {
            using var client = new HttpClient();
            var play = JsonDocument.Parse(await client.GetStringAsync(new Uri(floor.Page, $"/floor/plays?shop={shop.Name}"))).RootElement;
            var (capacity, result) = (play.GetProperty("capacityPerHour").GetDouble(), await Simulation.RunAsync(shop));
            foreach (var (value, format) in (IEnumerable<(double, string)>)[
                (capacity, "F1"), (0.75 * capacity, "F1"), (1.5 * capacity, "F1"), (2 * capacity, "F1"), (3 * capacity, "F1"),
                (play.GetProperty("throughputPerHour").GetDouble(), "F1"), (result.Concurrency.Mean!.Value, "F1"), (result.Concurrency.Mean!.Value, "F2"), (result.Parallelism.Mean!.Value, "F2")])
            {
                known.Add(value.ToString(format, CultureInfo.InvariantCulture));
            }
        }

        known.Add("2.00");
        var shown = new HashSet<string>();
        for (var scene = 1; scene <= 5; scene++)
        {
            foreach (var step in (IEnumerable<string>)["bet", "told"])
            {
                await view.GoAsync($"page=lesson&scene={scene}&step={step}");
                shown.UnionWith(Figure().Matches(await view.TextAsync(".scene")).Select(match => match.Value));
            }
        }

        shown.Count.ShouldBeGreaterThan(15);
        shown.ShouldBeSubsetOf(known);
    }

    [BrowserFact]
    public async Task A_teachers_link_shows_the_same_in_two_browsers()
    {
        const string Link = "page=lesson&scene=3&step=open&t=1500&pace=30&play=0";
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, new LessonPlannerStub());
        await using var here = await FloorView.OpenAsync(browser.Browser, floor.Page, Link);
        await using var there = await FloorView.OpenAsync(browser.Browser, floor.Page, Link);

        await Expect(there.Page.Locator("#time")).ToHaveTextAsync("0:25:00");
        (await there.TextAsync("main")).ShouldBe(await here.TextAsync("main"));
        await Expect(there.Page).ToHaveURLAsync(new Regex(Regex.Escape($"#{Link}") + "$"));
    }

    [BrowserFact]
    public async Task It_fits_every_screen_everyone_can_use_it_and_its_buttons_stay_where_they_are()
    {
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, new LessonPlannerStub());
        foreach (var (width, height, scheme) in Screens)
        {
            var places = new HashSet<string>();
            await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, "page=lesson", new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
            foreach (var link in (IEnumerable<string>)["scene=1", "scene=2&step=open&t=900&play=0", "scene=4&step=told", "scene=5", "scene=6&step=told"])
            {
                await view.GoAsync($"page=lesson&{link}");
                var where = $"{link}, {width} pixels, {scheme}";
                (await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, where);
                PageChecks.Lines(await view.Page.RunAxe()).ShouldBeEmpty(where);
                var box = (await view.Page.Locator(".main").BoundingBoxAsync())!;
                places.Add($"{box.X} {box.Y} {box.Width}");
            }

            places.ShouldHaveSingleItem();
        }
    }

    [BrowserFact]
    public async Task With_reduced_motion_nothing_moves_by_itself()
    {
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, new LessonPlannerStub());
        await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, "page=lesson&scene=3", new() { ReducedMotion = ReducedMotion.Reduce }, hasClock: true);

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me" }).ClickAsync();
        await view.Page.Clock.RunForAsync(2000);
        await Expect(view.Page.Locator("#time")).ToHaveTextAsync("0:00:00");
        await view.Page.Locator("#play").ClickAsync();
        await view.Page.Clock.RunForAsync(5000);
        var playing = await view.RunAsync<string>("return document.getElementById('lanes').innerHTML");
        await view.Page.Locator("#play").ClickAsync();

        // While it played, every token was where it belonged.
        playing.ShouldContain("data-order=");
        (await view.RunAsync<string>("return document.getElementById('lanes').innerHTML") == playing).ShouldBeTrue();
    }

    /// <summary>Counts what the browser asks for, unzipped: the page and its scripts and styles, without plays.</summary>
    [BrowserFact]
    public async Task Each_page_is_below_60_kB_without_its_data()
    {
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, new LessonPlannerStub());
        foreach (var link in (IEnumerable<string>)["page=lesson&scene=3", "page=shop&play=0&shop=pipeline", "page=shops&play=0"])
        {
            await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, link);
            var files = new List<Task<byte[]>>();
            view.Page.Response += (_, response) =>
            {
                if (new Uri(response.Url) is { Query: "", Scheme: "http", AbsolutePath: not "/floor/shops" })
                {
                    files.Add(response.BodyAsync());
                }
            };

            await view.GoAsync(link);

            files.Count.ShouldBeGreaterThan(10, link);
            (await Task.WhenAll(files)).Sum(file => file.Length).ShouldBeInRange(30_000, 60_000, link);
        }
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Figure();
}
