using System.Globalization;
using System.Text.RegularExpressions;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>The page in a real browser.</summary>
public sealed class FloorPageTests(FloorBrowser browser) : IClassFixture<FloorBrowser>, IAsyncLifetime
{
    private FloorServer _floor = null!;

    public async Task InitializeAsync() => _floor = await FloorServer.StartAsync(EssayShops.All, port: 0);

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    /// <summary>1000 scenes: five shops at 200 moments.</summary>
    [BrowserFact]
    public async Task What_one_counts_on_the_floor_is_what_the_dials_say()
    {
        await using var view = await OpenAsync("page=shops&play=0");

        (await SceneCounts.FindWrongAsync(view, moments: 200)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task At_the_end_the_means_are_those_of_the_run()
    {
        await using var view = await OpenAsync("page=shops&play=0");
        await view.Page.Keyboard.PressAsync("End");

        foreach (var shop in EssayShops.All)
        {
            var result = await Simulation.RunAsync(shop);
            await Expect(view.Dial(shop.Name, "orders")).ToContainTextAsync(Mean(result.Concurrency, "F1"));
            await Expect(view.Dial(shop.Name, "busy")).ToContainTextAsync(Mean(result.Parallelism, "F2"));
            await Expect(view.Page.Locator($"[data-shop='{shop.Name}']")).ToContainTextAsync($"{result.Orders.Served} served");
        }
    }

    [BrowserFact]
    public async Task A_moment_looks_the_same_however_one_comes_to_it()
    {
        await using var view = await OpenAsync("page=shops&play=0");

        var (forward, backward, jumped) = (
            await view.RunAsync<string>($"{SceneCounts.GoTo} for (let t = 0; t <= 4000; t += 50) {{ go(t); }} return document.getElementById('lanes').innerHTML;"),
            await view.RunAsync<string>($"{SceneCounts.GoTo} for (let t = 9000; t >= 4000; t -= 50) {{ go(t); }} return document.getElementById('lanes').innerHTML;"),
            await view.RunAsync<string>($"{SceneCounts.GoTo} go(0); go(4000); return document.getElementById('lanes').innerHTML;"));

        forward.Length.ShouldBeGreaterThan(10_000);
        (backward == forward).ShouldBeTrue();
        (jumped == forward).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task One_link_shows_the_same_in_two_browsers()
    {
        const string Link = "page=shop&shop=pipeline&t=1600&pace=30&play=0&orders=120&edit=1500:grinder:2&order=31";
        await using var here = await OpenAsync(Link);
        await using var there = await OpenAsync(Link);

        await Expect(here.Page.Locator(".story")).ToContainTextAsync("Order 31 (coffee)");
        await Expect(there.Page.Locator(".story")).ToContainTextAsync("Order 31 (coffee)");
        (await there.TextAsync("main")).ShouldBe(await here.TextAsync("main"));
        (await there.TextAsync("#time")).ShouldBe("0:26:40");
        await Expect(there.Page).ToHaveURLAsync(new Regex(Regex.Escape($"#{Link}") + "$"));
    }

    [BrowserFact]
    public async Task It_plays_at_its_pace_pauses_and_steps()
    {
        await using var view = await OpenAsync("page=shops&t=0&pace=60&play=0", hasClock: true);
        var page = view.Page;

        await page.Keyboard.PressAsync("Space");
        await page.Clock.RunForAsync(2_000);
        await page.Keyboard.PressAsync("Space");
        var paused = await view.TextAsync("#time");
        await page.Clock.RunForAsync(10_000);

        // The first frame and the last one may be a frame early or late.
        paused.ShouldBeOneOf("0:01:58", "0:01:59", "0:02:00", "0:02:01");
        (await view.TextAsync("#time")).ShouldBe(paused);
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        (await view.TextAsync("#time")).ShouldBe("0:00:02");
        await Expect(view.Dial("solo", "orders").Locator("b")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(view.Dial("solo", "orders").Locator("b")).ToHaveTextAsync("0");
        await page.Keyboard.PressAsync(">");
        (await view.TextAsync("#pace")).ShouldBe("2 min");
    }

    /// <summary>Chromium complains on the console about more than 200 changes of the address in 30 s.</summary>
    [BrowserFact]
    public async Task Scrubbing_for_long_ends_in_a_link_to_the_last_moment()
    {
        await using var view = await OpenAsync("page=shops&play=0&shops=solo");

        await view.RunAsync<int>($"{SceneCounts.GoTo} for (let t = 1; t <= 400; t++) {{ go(t); }} return 0;");

        await Expect(view.Page).ToHaveURLAsync(new Regex("[#&]t=400&"));
    }

    [BrowserFact]
    public async Task A_page_that_stands_still_asks_for_no_frame()
    {
        await using var view = await OpenAsync("page=shops&t=3000&play=0");

        var frames = await view.RunAsync<int>("""
            let frames = 0;
            const ask = window.requestAnimationFrame;
            window.requestAnimationFrame = draw => { frames++; return ask(draw); };
            for (let k = 0; k < 20; k++) { await new Promise(done => ask(done)); }
            return frames;
            """);

        frames.ShouldBe(0);
    }

    /// <summary>Work is counted and not timed, because its time depends on the machine.</summary>
    [BrowserFact]
    public async Task A_frame_changes_only_the_marks_that_move()
    {
        await using var view = await OpenAsync("page=shops&t=5200&play=1&pace=30", hasClock: true);

        var (tokens, changes) = (await view.Page.Locator(".token[data-order]").CountAsync(), await ChangesPerFrameAsync(view, milliseconds: 1024));

        tokens.ShouldBeGreaterThan(100);
        changes.ShouldBeInRange(1, 100);
    }

    [BrowserFact]
    public async Task A_worker_more_from_now_on_forks_the_run_and_undo_takes_it_back()
    {
        await using var view = await OpenAsync("page=shop&shop=pipeline&t=1500&play=0&orders=120");
        var page = view.Page;
        var before = await view.RunAsync<string>("return document.querySelector('.table, table').innerText;");

        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("+");
        await Expect(page.Locator(".edits")).ToContainTextAsync("From 0:25:00: grinder 2");
        await Expect(page.Locator(".ghost")).ToHaveCountAsync(2);
        await Expect(view.Dial("pipeline", "busy")).ToContainTextAsync("of 4");
        await Expect(page).ToHaveURLAsync(new Regex("&edit=1500:grinder:2$"));
        var changed = await view.RunAsync<string>("return document.querySelector('.table, table').innerText;");

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".ghost")).ToHaveCountAsync(0);
        await Expect(view.Dial("pipeline", "busy")).ToContainTextAsync("of 3");

        changed.ShouldNotBe(before);
        (await view.RunAsync<string>("return document.querySelector('.table, table').innerText;")).ShouldBe(before);
    }

    [BrowserFact]
    public async Task Customers_come_faster_from_now_on()
    {
        await using var view = await OpenAsync("page=shop&shop=pipeline&t=1500&play=0&orders=120");
        var gap = view.Page.GetByLabel("a customer every");

        await Expect(gap).ToHaveValueAsync("40");
        await gap.FillAsync("20");
        await gap.PressAsync("Enter");

        await Expect(view.Page.Locator(".edits")).ToContainTextAsync("From 0:25:00: a customer every 20 s");
        await Expect(view.Page).ToHaveURLAsync(new Regex("&gap=1500:20$"));
        await view.Page.Locator(".edits button").ClickAsync();
        await Expect(view.Page.Locator(".ghost")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Another_queue_discipline_is_a_change_from_opening_on()
    {
        await using var view = await OpenAsync("page=shop&shop=more-grinders&t=1500&play=0&orders=120");
        var page = view.Page;
        var queue = page.GetByLabel("Which queue");

        // The grinders are the first stage of two workers.
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Queue at" })).ToHaveValueAsync("grinder");
        await Expect(queue).ToHaveValueAsync("one for all workers");
        await queue.SelectOptionAsync("one per worker, in turn");
        await Expect(page.Locator(".edits")).ToContainTextAsync("From opening: queue at grinder, one per worker, in turn");
        await Expect(page.Locator(".ghost")).ToHaveCountAsync(2);
        await Expect(page.Locator(".edit")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("&queue=grinder:round-robin-pool$"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".ghost")).ToHaveCountAsync(0);
        await Expect(queue).ToHaveValueAsync("one for all workers");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Queue at" }).SelectOptionAsync("waiter");
        await Expect(page.Locator("#bench")).ToContainTextAsync("(no difference with one worker)");
    }

    [BrowserFact]
    public async Task A_link_with_a_queue_discipline_shows_it_and_it_can_be_deleted()
    {
        await using var view = await OpenAsync("page=shop&shop=more-machines&t=0&play=0&queue=machine:random-pool");

        await Expect(view.Page.GetByRole(AriaRole.Combobox, new() { Name = "Queue at" })).ToHaveValueAsync("machine");
        await Expect(view.Page.GetByLabel("Which queue")).ToHaveValueAsync("one per worker, at random");
        await view.Page.GetByLabel("Delete the change at opening: queue at machine").ClickAsync();
        await Expect(view.Page.GetByLabel("Which queue")).ToHaveValueAsync("one for all workers");
        await Expect(view.Page).Not.ToHaveURLAsync(new Regex("queue="));
    }

    [BrowserFact]
    public async Task Theory_has_its_figure_beside_the_measured_one_or_a_sentence_why_not()
    {
        await using var floor = await FloorServer.StartAsync(
            EssayShops.All, port: 0, predict: shop => shop.Stages[1].Schedule.IsEmpty ? new(125, false, "a queue each") : new(null, false, "the pool changes"));
        await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, "page=shop&shop=pipeline&t=0&play=0&edit=1500:grinder:2");

        await Expect(view.Page.Locator("#bench tbody tr", new() { HasText = "in the long run, by formula" })).ToHaveTextAsync("in the long run, by formula-~2m 05s");
        await Expect(view.Page.Locator("#bench")).ToContainTextAsync(
            "With changes: No formula gives the mean time in shop (the pool changes). Without: The formula is an approximation (a queue each).");
    }

    [BrowserFact]
    public async Task A_mark_on_the_time_line_is_dragged_moved_by_key_and_deleted()
    {
        await using var view = await OpenAsync("page=shop&shop=pipeline&t=0&play=0&edit=1500:grinder:2");
        var page = view.Page;
        var mark = page.Locator(".edit");

        await mark.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".edits")).ToContainTextAsync("From 0:26:00: grinder 2");
        var (box, plot) = ((await mark.BoundingBoxAsync())!, (await page.Locator(".chart").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(plot.X + (plot.Width / 2), box.Y + 10);
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".edits")).Not.ToContainTextAsync("0:26:00");
        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".edits li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task It_pauses_at_the_moment_at_which_a_queue_grows_beyond_a_number()
    {
        await using var view = await OpenAsync("page=shop&shop=pipeline&t=0&play=1&pace=600&pause=grinder:3", hasClock: true);

        await view.Page.Clock.RunForAsync(20_000);

        await Expect(view.Page.Locator("#play")).ToHaveAttributeAsync("aria-label", "Play");
        await Expect(view.Page.Locator(".count.end").Nth(1)).ToHaveTextAsync("4");
        await view.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(view.Page.Locator(".count.end").Nth(1)).ToHaveTextAsync("3");
    }

    [BrowserFact]
    public async Task An_order_is_followed_through_all_shops()
    {
        await using var view = await OpenAsync("page=shops&t=3000&play=0");

        await view.Page.Locator("#order").FillAsync("60");
        await view.Page.Locator("#order").PressAsync("Enter");

        await Expect(view.Page.Locator("[data-shop='pipeline'] .token.selected")).Not.ToHaveCountAsync(0);
        await Expect(view.Page.Locator("[data-shop='solo'] .token.selected")).ToHaveCountAsync(1);
        (await view.Page.Locator(".token.selected").EvaluateAllAsync<string[]>("tokens => tokens.map(token => token.dataset.order)")).ShouldAllBe(order => order == "60");
    }

    [BrowserFact]
    public async Task A_crowd_is_numbers_while_it_plays_and_exact_when_it_pauses()
    {
        var many = EssayShops.Load(
            "pipeline.conf", "cafe.name=many", "cafe.customers.orders=5000", "cafe.customers.arrivals.mean=150ms",
            "akka.actor.deployment./cafe/waiter.nr-of-instances=150", "akka.actor.deployment./cafe/grinder.nr-of-instances=1000", "akka.actor.deployment./cafe/machine.nr-of-instances=300");
        await using var floor = await FloorServer.StartAsync([many], port: 0);
        await using var view = await FloorView.OpenAsync(browser.Browser, floor.Page, "t=200&pace=6000&play=0&shop=many", hasClock: true);
        var page = view.Page;

        await view.Page.Locator("#play").ClickAsync();
        await page.Clock.RunForAsync(20);
        await Expect(page.Locator(".crowded")).ToHaveTextAsync("Too fast to show each order.");
        (await ChangesPerFrameAsync(view, milliseconds: 32)).ShouldBeInRange(1, 100);
        (await page.Locator(".token[data-order]").CountAsync()).ShouldBe(0);
        await view.Page.Locator("#play").ClickAsync();

        await Expect(page.Locator(".crowded")).ToHaveTextAsync("");
        var (busy, cells) = (await view.RunAsync<int>("return Number(document.querySelector('.dial.busy b').textContent)"), await view.RunAsync<int>("return [...document.querySelectorAll('.cells.serving')].reduce((sum, cells) => sum + Number(cells.dataset.count), 0)"));
        busy.ShouldBeGreaterThan(300);
        cells.ShouldBe(busy);
    }

    [BrowserFact]
    public async Task Every_page_fits_every_screen_and_everyone_can_use_it()
    {
        foreach (var link in (IEnumerable<string>)["page=shops&t=5200&play=0", "page=shop&shop=pipeline&t=3000&play=0&edit=1500:grinder:2&order=60"])
        {
            foreach (var (width, height) in (IEnumerable<(int, int)>)[(360, 740), (768, 1024), (1280, 900)])
            {
                foreach (var scheme in (IEnumerable<ColorScheme>)[ColorScheme.Light, ColorScheme.Dark])
                {
                    await using var view = await OpenAsync(link, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
                    var where = $"{link}, {width} pixels, {scheme}";
                    (await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, where);
                    (await view.Page.EvaluateAsync<int>("document.querySelector('.transport').offsetHeight")).ShouldBeLessThan(120, where);
                    PageChecks.Lines(await view.Page.RunAxe()).ShouldBeEmpty(where);
                }
            }
        }
    }

    [BrowserFact]
    public async Task With_reduced_motion_it_starts_paused_and_nothing_glides()
    {
        await using var view = await OpenAsync("page=shops&t=1500&play=1", new() { ReducedMotion = ReducedMotion.Reduce }, hasClock: true);

        await Expect(view.Page.Locator("#play")).ToHaveAttributeAsync("aria-label", "Play");
        await view.Page.Keyboard.PressAsync("Space");
        await view.Page.Clock.RunForAsync(1000);
        var playing = await view.RunAsync<string>("return document.getElementById('lanes').innerHTML");
        await view.Page.Keyboard.PressAsync("Space");

        // While it played, every token was where it belonged.
        (await view.RunAsync<string>("return document.getElementById('lanes').innerHTML") == playing).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Words_say_what_is_drawn()
    {
        await using var view = await OpenAsync("page=shops&t=5200&play=0");

        await view.Page.Keyboard.PressAsync("t");

        await Expect(view.Page.Locator("#rows tr").First).ToContainTextAsync("solo");
        await Expect(view.Page.Locator("#rows tr").First).ToContainTextAsync("waiter 1 of 1 busy, 86 waiting; machine 0 of 1 busy");
        await Expect(view.Page.Locator("#live")).ToContainTextAsync("pipeline at 1:26:40: 39 in progress, 3 busy");
    }

    /// <summary>The elements, attributes and texts that a frame changes on average.</summary>
    private static async Task<double> ChangesPerFrameAsync(FloorView view, int milliseconds)
    {
        await view.RunAsync<int>("""
            const [changes, ask] = [{ count: 0, frames: 0 }, window.requestAnimationFrame];
            window.requestAnimationFrame = draw => ask(now => { changes.frames++; draw(now); });
            new MutationObserver(list => { changes.count += list.length; }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
            window.changes = changes;
            return 0;
            """);
        await view.Page.Clock.RunForAsync(milliseconds);
        return await view.RunAsync<double>("return window.changes.count / window.changes.frames");
    }

    private static string Mean(Level level, string format) => $"mean {level.Mean!.Value.ToString(format, CultureInfo.InvariantCulture)}";

    private Task<FloorView> OpenAsync(string link, BrowserNewContextOptions? options = null, bool hasClock = false) =>
        FloorView.OpenAsync(browser.Browser, _floor.Page, link, options, hasClock);
}
