using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace ActorCafe.Floor.Tests;

/// <summary>The page of shops whose workers break down, give way or go home.</summary>
public sealed class RuleShopPageTests(FloorBrowser browser) : IClassFixture<FloorBrowser>, IAsyncLifetime
{
    private FloorServer _floor = null!;

    public async Task InitializeAsync() => _floor = await FloorServer.StartAsync([.. RuleShops.All], port: 0);

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    /// <summary>1000 scenes: five shops at 200 moments.</summary>
    [BrowserFact]
    public async Task What_one_counts_is_what_the_dials_and_the_facts_say()
    {
        foreach (var shop in RuleShops.All)
        {
            await using var view = await OpenAsync($"page=shops&shops={shop.Name}&play=0");

            (await SceneCounts.FindWrongAsync(view, moments: 200)).ShouldBeEmpty();
        }
    }

    [BrowserFact]
    public async Task A_moment_looks_the_same_however_one_comes_to_it()
    {
        foreach (var shop in RuleShops.All)
        {
            await using var view = await OpenAsync($"page=shops&shops={shop.Name}&play=0");
            var start = shop.Customers.OpensAt.TotalSeconds;
            async Task<string> ByAsync(string way) => await view.RunAsync<string>($"{SceneCounts.GoTo} const from = {start}; {way} return document.getElementById('lanes').innerHTML;");

            var forward = await ByAsync("for (let t = 0; t <= 4000; t += 50) { go(from + t); }");
            var backward = await ByAsync("for (let t = 7000; t >= 4000; t -= 50) { go(from + t); }");
            var jumped = await ByAsync("go(from); go(from + 4000);");

            (backward == forward).ShouldBeTrue(shop.Name);
            (jumped == forward).ShouldBeTrue(shop.Name);
        }
    }

    [BrowserFact]
    public async Task An_interrupted_order_waits_at_the_head_of_its_queue()
    {
        await using var view = await OpenAsync("page=shops&shops=preemptive&play=0");
        var facts = (await PlayedLog.OfAsync(new(RuleShops.Preemptive, null, null, []))).Facts;
        var interrupted = facts.Where(fact => fact.Kind == "interrupted").ToList();

        var heads = await view.RunAsync<long[]>($$"""
            const { play } = await import('/floor/plays.js'), log = await play('preemptive', { seed: '', orders: '' });
            return [{{string.Join(',', interrupted.Select(fact => fact.Ticks))}}].map(ticks => log.sceneAt(ticks / 1e7).stages[1].queue[0].order);
            """);

        interrupted.Count.ShouldBeGreaterThan(10);
        heads.ShouldBe(interrupted.Select(fact => fact.Order));
    }

    /// <summary>Against the numbers at the queues, at every instant at which something happens.</summary>
    [BrowserFact]
    public async Task A_pause_comes_at_every_moment_at_which_a_queue_grows_beyond_a_number()
    {
        await using var view = await OpenAsync("page=shops&shops=preemptive&play=0");

        var missed = await view.RunAsync<string[]>("""
            const { play } = await import('/floor/plays.js'), { firstQueueAbove } = await import('/floor/queries.js'), missed = [];
            const log = await play('preemptive', { seed: '', orders: '' });
            log.stages.forEach((_, stage) => {
              for (let before = log.opened; before < log.ended;) {
                const now = log.momentFrom(before, 1), queued = t => log.sceneAt(t).stages[stage].queued;
                const pauses = firstQueueAbove(log, stage, 2, before, now) !== null;
                if (pauses !== (queued(now) > 2 && queued(before) <= 2)) { missed.push(`stage ${stage} at ${now}`); }
                before = now;
              }
            });
            return missed;
            """);

        missed.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_worker_that_is_broken_down_is_seen_with_the_order_it_keeps_and_said_in_words()
    {
        await using var view = await OpenAsync("page=shops&shops=resume&play=0&t=0");
        var page = view.Page;
        var (time, order) = await FirstKeptAsync();

        await view.GoAsync($"page=shop&shop=resume&play=0&t={time}&order={order}");
        await page.Keyboard.PressAsync("t");

        await Expect(page.Locator("#lanes .seat.down")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("#lanes .token.seated.selected")).ToHaveAttributeAsync("data-order", $"{order}");
        await Expect(page.Locator("#rows")).ToContainTextAsync("1 broken down");
        await Expect(page.Locator(".story")).ToContainTextAsync("waits for the repair of");
    }

    [BrowserFact]
    public async Task Where_nobody_is_there_it_says_so()
    {
        await using var view = await OpenAsync("page=shops&shops=two-days&play=0&t=44100");

        await view.Page.Keyboard.PressAsync("t");

        await Expect(view.Page.Locator("#lanes .nobody >> visible=true")).ToHaveTextAsync(["nobody", "there"]);
        await Expect(view.Page.Locator("#rows")).ToContainTextAsync("grinder nobody there, 2 away");
        await Expect(view.Page.Locator(".deserted")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_last_worker_can_be_sent_home_and_the_page_says_who_is_left_unserved()
    {
        await using var view = await OpenAsync("page=shop&shop=impatient&play=0&t=1500");
        var page = view.Page;

        await page.GetByLabel("One waiter fewer").ClickAsync();

        await Expect(page.Locator(".edits")).ToContainTextAsync("From 0:25:00: waiter 0");
        await Expect(page.GetByLabel("One waiter fewer")).ToBeDisabledAsync();
        await Expect(page.Locator(".deserted")).ToHaveTextAsync(new Regex("^1[0-9]{2} of 200 orders are left unserved: nobody comes to work at waiter any more\\.$"));
        (await SceneCounts.FindWrongAsync(view, moments: 50)).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".deserted")).ToHaveCountAsync(0);
    }

    /// <summary>By the facts: the first moment at which a worker has been down for a second with the order in which it was interrupted.</summary>
    private static async Task<(double Time, long Order)> FirstKeptAsync()
    {
        var facts = (await PlayedLog.OfAsync(new(RuleShops.Resume, null, null, []))).Facts;
        var interrupted = facts.First(fact => fact.Kind == "interrupted");
        return ((interrupted.Ticks / (double)TimeSpan.TicksPerSecond) + 1, interrupted.Order);
    }

    private Task<FloorView> OpenAsync(string link) => FloorView.OpenAsync(browser.Browser, _floor.Page, link);
}
