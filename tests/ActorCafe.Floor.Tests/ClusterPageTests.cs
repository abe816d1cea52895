using System.Text.RegularExpressions;
using ActorCafe.Floor.Facts;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>The page of a cluster in a real browser, with a server that sends what the test makes up.</summary>
public sealed class ClusterPageTests(FloorBrowser browser) : IClassFixture<FloorBrowser>, IAsyncLifetime
{
    private const string Running =
        """{ "rate": 5, "nodes": [ { "name": "machine node 1", "roles": ["machine"], "address": "akka.tcp://cafe@127.0.0.1:4061", "state": "running", "since": 60 }, { "name": "machine node 2", "roles": ["machine"], "address": "akka.tcp://cafe@127.0.0.1:4062", "state": "running", "since": 60 } ] }""";

    private readonly (string First, string Second) _nodes = StagedCluster.MachineNodes;
    private StagedCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await StagedCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [BrowserFact]
    public async Task Nodes_are_shown_by_role_with_the_machines_that_run_on_them()
    {
        await using var view = await OpenAsync();

        await Expect(view.Page.Locator("#intro")).ToHaveTextAsync("cluster: a cluster of 4 nodes, live. Every mark is an order or a worker.");
        await Expect(view.Page.Locator(".role:visible h2")).ToHaveTextAsync([new Regex("^Front"), new Regex("^Grinder"), new Regex("^Machine")]);
        await Expect(Node(view, _nodes.First).Locator(".chip")).ToHaveTextAsync([new Regex("^machine-1"), new Regex("^machine-3")]);
        await Expect(Node(view, _nodes.Second).Locator(".say")).ToHaveTextAsync("machine: up, 2 machines, 0 busy");
    }

    [BrowserFact]
    public async Task An_order_goes_through_the_lane_and_the_machine_that_brews_it_is_marked()
    {
        await using var view = await OpenAsync();

        _cluster.Levels(11, accepted: 1);
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7), (0.2, FactKind.EndServing, 0, 1, 7), (0, FactKind.AwaitsPickUp, 0, 0, 7), (0, FactKind.Serving, 1, 1, 7));
        _cluster.Facts((0.5, FactKind.EndServing, 1, 1, 7), (0, FactKind.Serving, 2, 3, 7));

        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");
        await Expect(view.Page.Locator(".chip.serving")).ToHaveTextAsync("machine-3, busy");
        await Expect(Counter(view, "accepted")).ToHaveTextAsync("accepted 1");
        _cluster.Facts((1, FactKind.EndServing, 2, 3, 7), (0, FactKind.Left, 0, 0, 7));
        await Expect(view.Page.Locator(".chip.serving")).ToHaveCountAsync(0);
        await Expect(view.Page.Locator(".about")).ToContainTextAsync(new Regex("1 served since \\d\\d:\\d\\d:\\d\\d"));
        await Expect(Counter(view, "second coffees")).ToHaveTextAsync("second coffees 0");
    }

    [BrowserFact]
    public async Task Second_coffees_are_counted()
    {
        await using var view = await OpenAsync();

        _cluster.Levels(11, accepted: 5, served: 5, secondCoffees: 1);

        await Expect(Counter(view, "second coffees")).ToHaveTextAsync("second coffees 1");
    }

    [BrowserFact]
    public async Task The_machines_of_a_killed_node_are_homeless_then_newly_arrived_and_the_list_says_how_long_it_took()
    {
        _cluster.Nodes = Running;
        await using var view = await OpenAsync("key=secret");

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Kill machine node 1" }).ClickAsync();
        await Expect(view.Page.Locator(".events")).ToContainTextAsync("Machine node 1 was killed.");
        var killed = await view.RunAsync<double>("return Number(document.getElementById('scrub').max)");
        await Expect(Node(view, _nodes.First).Locator(".mark")).ToHaveTextAsync("✕ killed");
        _cluster.Node(killed + 3.4, _nodes.First, "unreachable");
        _cluster.Machine(killed + 6, "machine-1", null);
        _cluster.Machine(killed + 6, "machine-3", null);
        await Expect(view.Page.Locator(".node.nowhere .chip.homeless")).ToHaveTextAsync([new Regex("^machine-1 \\?"), new Regex("^machine-3 \\?")]);
        await Expect(view.Page.Locator(".tell:visible")).ToContainTextAsync("Machine node 1 does not answer. 2 machines have no working node");
        await Expect(Node(view, _nodes.First)).ToHaveClassAsync(new Regex("lost"));
        _cluster.Node(killed + 6.5, _nodes.First, "removed");
        _cluster.Machine(killed + 9.1, "machine-1", _nodes.Second);
        _cluster.Machine(killed + 9.1, "machine-3", _nodes.Second);

        await Expect(view.Page.Locator(".events li").First).ToHaveTextAsync(new Regex("machine-1 and machine-3 are running again, on machine node 2, (8|9)\\.\\d s after machine node 1 was killed\\.$"));
        await Expect(Node(view, _nodes.Second).Locator(".chip.new")).ToHaveCountAsync(2);
        await Expect(Node(view, _nodes.Second)).ToContainTextAsync("4 machines, 0 busy, 2 just arrived");
        await Expect(Node(view, _nodes.First)).ToHaveClassAsync(new Regex("gone"));
        _cluster.Levels(killed + 25);
        await Expect(Node(view, _nodes.Second).Locator(".chip.new")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Without_the_command_that_owns_the_processes_the_page_only_looks()
    {
        await using var view = await OpenAsync();
        _cluster.Node(11, _nodes.First, "unreachable");
        _cluster.Machine(16, "machine-1", _nodes.Second);

        await Expect(view.Page.Locator(".events li").First).ToContainTextAsync("machine-1 is running again, on node 127.0.0.1:4062, 5.0 s after node 127.0.0.1:4061 became unreachable.");
        await Expect(view.Page.Locator(".kill:visible, .more:visible, .control:visible")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Killing_starting_and_the_rate_are_sent_with_the_key_of_the_link()
    {
        _cluster.Nodes = Running;
        await using var view = await OpenAsync("key=secret");
        var page = view.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Kill machine node 2" }).ClickAsync();
        await Expect(page.Locator(".events")).ToContainTextAsync("Machine node 2 was killed.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start another grinder node" }).ClickAsync();
        await page.GetByLabel("Orders per second").FillAsync("12.5");
        await page.GetByLabel("Orders per second").PressAsync("Enter");
        await Eventually.TrueAsync(() => _cluster.Posted.Count == 3);

        _cluster.Posted.ShouldBe([
            ("/floor/nodes/machine node 2/kill", "secret", ""),
            ("/floor/nodes", "secret", """{"role":"grinder"}"""),
            ("/floor/rate", "secret", """{"perSecond":12.5}"""),
        ]);
        await Expect(page).ToHaveURLAsync(new Regex("/floor#key=secret$"));
    }

    /// <summary>60 orders in facts of different numbers, and the connection breaks after each of them.</summary>
    [BrowserFact]
    public async Task After_a_lost_connection_no_fact_is_missing_and_none_comes_twice()
    {
        await using var view = await OpenAsync();
        view.Forgive("ERR_");

        for (var order = 1; order <= 60; order++)
        {
            _cluster.Facts((0.01, FactKind.Placed, 0, 0, order), (0, FactKind.Serving, 0, 1, order), (0.01, FactKind.EndServing, 0, 1, order));
            if (order % 3 == 0)
            {
                _cluster.Machine(11, "machine-1", order % 2 == 0 ? _nodes.First : _nodes.Second);
            }

            if (order % 20 == 0)
            {
                await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("20");
                var connections = _cluster.Asked.Count;
                _cluster.Drop();
                for (var left = order - 19; left <= order; left++)
                {
                    _cluster.Facts((0.001, FactKind.Left, 0, 0, left));
                }

                await Eventually.TrueAsync(() => _cluster.Asked.Count > connections);
                await Expect(view.Page.Locator(".about")).ToContainTextAsync($"{order} served since");
            }
        }

        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("0");
        // Each time 20 orders of three facts, 6 or 7 moves, and 20 orders that leave while nobody is connected.
        _cluster.Asked.ShouldBe(["", "?run=a1&from=66", "?run=a1&from=153", "?run=a1&from=240"]);
        await Expect(view.Page.Locator(".events")).ToContainTextAsync("Connected again.");
        await Expect(Counter(view, "second coffees")).ToHaveTextAsync("second coffees 0");
    }

    [BrowserFact]
    public async Task While_there_is_no_connection_the_last_scene_stays_and_the_page_says_since_when()
    {
        await using var view = await OpenAsync();
        view.Forgive("ERR_", "503");
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");

        _cluster.IsDown = true;
        _cluster.Drop();

        await Expect(view.Page.Locator(".tell.gone")).ToHaveTextAsync(new Regex("^Not connected since \\d\\d:\\d\\d:\\d\\d: The front does not answer\\.$"));
        (await view.Dial("cluster", "orders").Locator("b").TextContentAsync()).ShouldBe("1");
        _cluster.IsDown = false;
        await Expect(view.Page.Locator(".tell.gone")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task After_a_restart_of_the_front_the_page_begins_anew_and_says_so()
    {
        await using var view = await OpenAsync();
        view.Forgive("ERR_");
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));
        _cluster.Node(12, _nodes.First, "unreachable");
        await Expect(view.Page.Locator(".events")).ToContainTextAsync("Node 127.0.0.1:4061 is unreachable.");

        _cluster.Restart("b2");

        await Expect(view.Page.Locator(".events")).ToContainTextAsync("The front was started again. Everything from here on is a new run.");
        await Expect(view.Page.Locator(".events")).ToContainTextAsync("Node 127.0.0.1:4061 is unreachable.");
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("0");
        await Expect(Node(view, _nodes.First)).ToHaveClassAsync(new Regex("up"));
        _cluster.Facts((1, FactKind.Placed, 0, 0, 1), (0, FactKind.Serving, 0, 1, 1));
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task A_gap_in_the_numbers_is_mended_by_a_whole_scene()
    {
        await using var view = await OpenAsync();
        await Eventually.TrueAsync(() => _cluster.Asked.Count == 1);

        _cluster.Skip(5);
        _cluster.Levels(12, accepted: 3);
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));

        await Eventually.TrueAsync(() => _cluster.Asked.Count == 2);
        _cluster.Asked.ShouldBe(["", ""]);
        await Expect(view.Page.Locator(".tell.gone")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task One_goes_back_steps_and_returns_to_what_happens_now()
    {
        await using var view = await OpenAsync();
        var page = view.Page;
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));
        _cluster.Machine(12, "machine-1", _nodes.Second);
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");
        await Expect(Node(view, _nodes.Second).Locator(".chip")).ToHaveCountAsync(3);
        await Expect(page.Locator("#to-live")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("#to-live")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("0");
        await Expect(Node(view, _nodes.Second).Locator(".chip")).ToHaveCountAsync(2);
        await Expect(page.Locator(".events li")).ToHaveCountAsync(0);
        _cluster.Facts((1, FactKind.Placed, 0, 0, 8), (0, FactKind.JoinedQueue, 0, 0, 8));
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");
        (await view.RunAsync<double>("return Number(document.getElementById('scrub').value)")).ShouldBe(11, 0.001);
        await page.Locator("#to-live").ClickAsync();

        await Expect(page.Locator("#to-live")).ToHaveTextAsync("● Live");
        await Expect(page.Locator(".count.end").First).ToHaveTextAsync("1");
        await Expect(Node(view, _nodes.Second).Locator(".chip")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task Paused_at_a_moment_it_stays_there_while_more_happens()
    {
        await using var view = await OpenAsync();

        await view.Page.Keyboard.PressAsync("Space");
        var time = await view.TextAsync("#time");
        _cluster.Facts((600, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));

        await Expect(view.Page.Locator("#scrub")).ToHaveAttributeAsync("max", new Regex("^61\\d"));
        (await view.TextAsync("#time")).ShouldBe(time);
        (await view.Dial("cluster", "orders").Locator("b").TextContentAsync()).ShouldBe("0");
    }

    [BrowserFact]
    public async Task With_more_facts_than_can_be_sent_there_are_numbers_and_bars()
    {
        await using var view = await OpenAsync();

        _cluster.Levels(11);
        _cluster.Levels(11.1, accepted: 90_000, served: 89_000, queues: [40, 400, 4], busy: [1, 1, 3], alone: true);

        await Expect(view.Page.Locator(".bars")).ToContainTextAsync("More than 2,000 events per second. That is too many to show each order, so only counts are shown.");
        await Expect(view.Page.Locator(".bars li").Nth(1)).ToContainTextAsync("400 waiting");
        await Expect(view.Page.Locator("#lanes")).ToBeHiddenAsync();
        await Expect(Counter(view, "in progress")).ToHaveTextAsync("in progress 1,000");
        _cluster.Levels(12.5);
        await Expect(view.Page.Locator("#lanes")).ToBeVisibleAsync();
        await Expect(view.Page.Locator(".bars")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_page_that_stands_still_asks_for_no_frame()
    {
        await using var view = await OpenAsync();
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7));
        await Expect(view.Dial("cluster", "orders").Locator("b")).ToHaveTextAsync("1");

        // A second passes meanwhile, which the clock shows.
        var frames = await view.RunAsync<int>("""
            const ask = window.requestAnimationFrame;
            for (let k = 0; k < 40; k++) { await new Promise(done => ask(done)); }
            let frames = 0;
            window.requestAnimationFrame = draw => { frames++; return ask(draw); };
            const time = document.getElementById('time').textContent;
            while (document.getElementById('time').textContent === time) { await new Promise(done => ask(done)); }
            return frames;
            """);

        frames.ShouldBe(0);
    }

    [BrowserFact]
    public async Task The_words_say_what_is_drawn()
    {
        await using var view = await OpenAsync();
        _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 0, 1, 7), (0.1, FactKind.EndServing, 0, 1, 7), (0, FactKind.Serving, 2, 2, 7));

        await view.Page.Keyboard.PressAsync("t");

        await Expect(view.Page.Locator("#rows")).ToContainTextAsync("machine 1 of 4 busy");
        await Expect(Node(view, _nodes.Second)).ToContainTextAsync("machine-2, busy");
    }

    [BrowserFact]
    public async Task An_api_key_is_asked_for_and_sent()
    {
        await using var view = await OpenAsync();
        view.Forgive("401", "ERR_");
        _cluster.ApiKey = "beans";
        _cluster.Restart("b2");

        await view.Page.GetByLabel("API key of this café").FillAsync("beans");
        await view.Page.GetByLabel("API key of this café").PressAsync("Enter");

        await Expect(view.Page.Locator(".events")).ToContainTextAsync("The front was started again.");
        await Expect(view.Page.GetByLabel("API key of this café")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_page_fits_every_screen_and_everyone_can_use_it()
    {
        _cluster.Nodes = Running;
        foreach (var (width, height) in (IEnumerable<(int, int)>)[(360, 740), (768, 1024), (1280, 900)])
        {
            foreach (var scheme in (IEnumerable<ColorScheme>)[ColorScheme.Light, ColorScheme.Dark])
            {
                var where = $"{width} pixels, {scheme}";
                _cluster.Restart($"{width}{scheme}");
                await using var view = await OpenAsync("key=secret", new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
                _cluster.Node(11, _nodes.First, "unreachable");
                _cluster.Machine(12, "machine-1", null);
                _cluster.Machine(13, "machine-3", _nodes.Second);
                _cluster.Facts((1, FactKind.Placed, 0, 0, 7), (0, FactKind.Serving, 2, 4, 7));
                await Expect(view.Page.Locator(".chip.serving")).ToHaveTextAsync("machine-4, busy");
                await Expect(view.Page.Locator(".kill:visible").Last).ToBeVisibleAsync();

                (await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, where);
                (await view.Page.EvaluateAsync<int>("document.querySelector('.transport').offsetHeight")).ShouldBeLessThan(120, where);
                PageChecks.Lines(await view.Page.RunAxe()).ShouldBeEmpty(where);
            }
        }
    }

    [BrowserFact]
    public async Task The_page_of_a_cluster_loads_less_than_70_kilobytes()
    {
        await using var view = await OpenAsync();

        var (files, size) = (
            await view.RunAsync<int>("return performance.getEntriesByType('resource').length"),
            await view.RunAsync<int>("return ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type)).reduce((sum, file) => sum + file.decodedBodySize, 0)"));

        files.ShouldBeGreaterThan(15);
        size.ShouldBeInRange(20_000, 70_000);
    }

    private static ILocator Node(FloorView view, string address) => view.Page.Locator($"[data-node='{address}']");

    private static ILocator Counter(FloorView view, string name) => view.Page.Locator(".counters li", new() { HasText = name });

    private Task<FloorView> OpenAsync(string link = "", BrowserNewContextOptions? options = null) => FloorView.OpenAsync(browser.Browser, _cluster.Page, link, options);
}
