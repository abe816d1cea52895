using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Http;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Tests;

/// <summary>A run as a page is sent it.</summary>
public sealed class PlayTests
{
    private static readonly PlayRequest Unedited = new(EssayShops.Pipeline, Seed: 1, Orders: 100, Edits: []);

    [Fact]
    public async Task Everything_before_a_change_of_a_pool_stays_as_it_was()
    {
        var at = TimeSpan.FromSeconds(1500);
        var before = await PlayedLog.OfAsync(Unedited);
        var after = await PlayedLog.OfAsync(Unedited with { Edits = [new(at, Stage: 1, Workers: 2)] });

        after.Facts.TakeWhile(fact => fact.Ticks < at.Ticks).ShouldBe(before.Facts.TakeWhile(fact => fact.Ticks < at.Ticks));
        after.Facts.First(fact => fact.Ticks >= at.Ticks).ShouldBe((at.Ticks, "workerJoined", 1, 2, 0));
        after.Checksum.ShouldNotBe(before.Checksum);
    }

    [Fact]
    public async Task Everything_before_a_change_stays_as_it_was_where_services_are_interrupted_and_breaks_are_taken()
    {
        foreach (var shop in RuleShops.All)
        {
            var at = shop.Customers.OpensAt + TimeSpan.FromSeconds(3000);
            var unedited = new PlayRequest(shop, null, null, []);
            var before = await PlayedLog.OfAsync(unedited);
            var after = await PlayedLog.OfAsync(unedited with { Edits = [new(at, Stage: 1, Workers: 4)] });

            after.Facts.TakeWhile(fact => fact.Ticks < at.Ticks).ShouldBe(before.Facts.TakeWhile(fact => fact.Ticks < at.Ticks), shop.Name);
            after.Facts.ShouldContain(fact => fact.Ticks == at.Ticks && fact.Kind == "workerJoined" && fact.Worker == 4, shop.Name);
        }
    }

    [Fact]
    public async Task Where_nobody_comes_any_more_orders_are_left_unserved()
    {
        var at = TimeSpan.FromSeconds(1500);
        var before = await PlayedLog.OfAsync(Unedited);
        var after = await PlayedLog.OfAsync(Unedited with { Edits = [new(at, Stage: 1, Workers: 0)] });

        after.Facts.TakeWhile(fact => fact.Ticks < at.Ticks).ShouldBe(before.Facts.TakeWhile(fact => fact.Ticks < at.Ticks));
        after.Facts.ShouldContain(fact => fact.Ticks >= at.Ticks && fact.Kind == "workerLeft" && fact.Stage == 1);
        after.Facts.Count(fact => fact.Kind == "left" && fact.Worker == (int)Outcome.Unserved).ShouldBeGreaterThan(50);
        after.Json.GetProperty("deserted").GetRawText().ShouldBe("""["grinder"]""");
        before.Json.GetProperty("deserted").GetRawText().ShouldBe("[]");
    }

    [Fact]
    public async Task Everything_before_a_change_of_the_arrivals_stays_as_it_was()
    {
        var at = TimeSpan.FromSeconds(1500);
        var before = await PlayedLog.OfAsync(Unedited);
        var after = await PlayedLog.OfAsync(Unedited with { Gaps = [new(at, TimeSpan.FromSeconds(15))] });

        after.Facts.TakeWhile(fact => fact.Ticks < at.Ticks).ShouldBe(before.Facts.TakeWhile(fact => fact.Ticks < at.Ticks));
        after.Checksum.ShouldNotBe(before.Checksum);
        after.Json.GetProperty("gaps").GetRawText().ShouldBe("""{"mean":40,"changes":[[1500,15]]}""");
    }

    [Fact]
    public async Task Without_its_changes_it_is_the_first_run_again()
    {
        var first = await Play.OfAsync(Unedited, null, CancellationToken.None);
        await Play.OfAsync(Unedited with { Edits = [new(TimeSpan.FromSeconds(600), 1, 2)] }, null, CancellationToken.None);

        var again = await Play.OfAsync(Unedited with { Edits = [] }, null, CancellationToken.None);

        again.ETag.ShouldBe(first.ETag);
        again.Gzip.ShouldBe(first.Gzip);
    }

    [Fact]
    public async Task A_worker_who_changes_no_order_still_changes_the_tag()
    {
        var quiet = Unedited with { Orders = 1 };

        var (one, two) = (await Play.OfAsync(quiet, null, CancellationToken.None), await Play.OfAsync(quiet with { Edits = [new(TimeSpan.FromSeconds(1), 0, 2)] }, null, CancellationToken.None));

        two.ETag[..17].ShouldBe(one.ETag[..17]);
        two.ETag.ShouldNotBe(one.ETag);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Counting_the_facts_gives_the_measures_of_the_run(string name)
    {
        var shop = Shops.Single(shop => shop.Name == name);
        var result = await Simulation.RunAsync(shop);
        var played = await PlayedLog.OfAsync(new(shop, null, null, []));

        // Independent of the page's own counting: areas under both levels, fact by fact.
        var opened = shop.Customers.OpensAt.Ticks;
        var (inProgress, busy, down, areaInProgress, areaBusy, areaDown, last) = (0, 0, 0, 0.0, 0.0, 0.0, opened);
        var started = new HashSet<long>();
        foreach (var (ticks, kind, _, worker, order) in played.Facts)
        {
            areaInProgress += (double)inProgress * (ticks - last);
            areaBusy += (double)busy * (ticks - last);
            areaDown += (double)down * (ticks - last);
            last = ticks;
            inProgress += kind == "serving" && started.Add(order) ? 1 : kind == "left" && started.Contains(order) ? -1 : 0;
            busy += kind == "serving" ? 1 : kind is "endServing" or "interrupted" ? -1 : 0;
            down += kind == "workerDown" ? 1 : kind == "workerUp" ? -1 : 0;
        }

        (areaInProgress / (last - opened)).ShouldBe(result.Concurrency.Mean!.Value, 1e-9);
        (areaBusy / (last - opened)).ShouldBe(result.Parallelism.Mean!.Value, 1e-9);
        (areaDown / (last - opened)).ShouldBe(result.Stages.Sum(stage => stage.Workers * stage.Down ?? 0), 1e-9);
        played.Facts.Count(fact => fact.Kind == "left" && fact.Worker == 0).ShouldBe((int)result.Orders.Served);
        played.Checksum.ShouldBe(result.Checksum);
    }

    public static TheoryData<string> Names => [.. Shops.Select(shop => shop.Name)];

    private static IEnumerable<ShopSettings> Shops => EssayShops.All.Concat(RuleShops.All);

    [Fact]
    public async Task The_logs_of_the_five_shops_are_small()
    {
        var plays = await Task.WhenAll(EssayShops.All.Select(shop => Play.OfAsync(new(shop, null, null, []), null, CancellationToken.None)));

        plays.Sum(play => play.Gzip.Length).ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task Queues_are_those_that_were_asked_for()
    {
        var request = new PlayRequest(EssayShops.All[3], null, null, []);
        var (shared, turns) = (await PlayedLog.OfAsync(request), await PlayedLog.OfAsync(request with { Queues = [new(1, "round-robin-pool")] }));

        turns.Json.GetProperty("routers").EnumerateArray().Select(router => router.GetString()).ShouldBe(["shared-queue-pool", "round-robin-pool", "shared-queue-pool"]);
        turns.Checksum.ShouldNotBe(shared.Checksum);
        turns.Facts.Where(fact => fact.Kind == "placed").ShouldBe(shared.Facts.Where(fact => fact.Kind == "placed"));
    }

    [Fact]
    public async Task Theory_is_asked_about_the_shop_with_its_changes()
    {
        var play = await Play.OfAsync(
            new(EssayShops.All[2], null, null, [new(TimeSpan.Zero, 1, 3)]), shop => new(shop.Stages[1].Workers, true, "as many as grinders"), CancellationToken.None);

        PlayedLog.Of(play.Gzip).Json.GetProperty("theory").GetRawText().ShouldBe("""{"timeInShop":3,"exact":true,"why":"as many as grinders"}""");
        (await PlayedLog.OfAsync(Unedited)).Json.GetProperty("theory").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_long_log_is_cut_where_time_moves_on()
    {
        var played = await PlayedLog.OfAsync(Unedited with { Orders = 3000 });

        var chunks = played.Json.GetProperty("facts").EnumerateArray().ToList();
        chunks.Count.ShouldBe(3);
        chunks.Skip(1).Select(chunk => chunk.GetProperty("ticks")[0].GetInt64()).ShouldAllBe(ticks => ticks > 0);
        chunks.Sum(chunk => chunk.GetProperty("kind").GetArrayLength()).ShouldBe(played.Facts.Count);
        chunks.SkipLast(1).Select(chunk => chunk.GetProperty("kind").GetArrayLength()).ShouldAllBe(count => count >= 20_000);
    }

    [Fact]
    public async Task More_facts_than_a_page_can_show_are_refused()
    {
        var log = new FactLog(most: 1000);

        var failure = await Should.ThrowAsync<ShopFailedException>(() => Simulation.RunAsync(Unedited.Settings, new() { Timeline = _ => log }));

        failure.InnerException.ShouldBeOfType<TooManyFactsException>();
        log.IsOverfull.ShouldBeTrue();
        log.Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shop_that_cannot_go_on_is_refused_in_a_sentence()
    {
        // The waiter keeps a coffee for the machine, which keeps a tea for the waiter.
        var shop = EssayShops.Load(
            "pipeline.conf", "cafe.menu.coffee.steps=[accept,brew]", "cafe.menu.tea.steps=[brew,accept]", "cafe.menu.tea.share=1",
            "cafe.stage.waiter.queue-capacity=0", "cafe.stage.machine.queue-capacity=0");

        var refused = await Should.ThrowAsync<RefusedException>(() => Play.OfAsync(new(shop, null, null, []), null, CancellationToken.None));

        refused.Status.ShouldBe(422);
        refused.Message.ShouldStartWith("pipeline could not be simulated: deadlock: ");
    }
}
