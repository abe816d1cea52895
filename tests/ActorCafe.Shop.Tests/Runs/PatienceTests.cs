using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Schedules worked out by hand of shops whose customers renege.</summary>
public sealed class PatienceTests
{
    private static readonly Distribution[] Constant = [new Deterministic(20), new Deterministic(60), new Deterministic(45)];

    /// <summary>Three orders at 0, accepted until 20, 40 and 60. The grinder takes the first until 80; the others join its queue at 40 and 60.</summary>
    [Theory]
    [InlineData(30, 70, 80, "the second leaves at 40 + 30, so the third is next at 80")]
    [InlineData(10, 50, 70, "both leave before the grinder is free")]
    [InlineData(40, 80, 100, "service of the second begins as its patience ends, and the third leaves at 60 + 40")]
    public async Task Patience_runs_while_an_order_waits_in_the_stages_queue(double patience, double second, double third, string because)
    {
        var shop = Shops.Pipeline(1, 1, 1, Constant).WithTrace(0, 0, 0).WithStage("grinder", stage => stage with { Patience = new Deterministic(patience) });

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        (records[2].Visits[1].Started ?? records[2].Left).ShouldBe(second, because);
        (records[3].Visits[1].Started ?? records[3].Left).ShouldBe(third, because);
        var reneged = records.Orders.Count(order => order.Outcome == Outcome.Reneged);
        reneged.ShouldBe(patience == 10 ? 2 : 1);
        result.Orders.ShouldBe(new OrderCounts(3, 3 - reneged, 0, reneged, 0));
        result.Stages.Select(stage => stage.Reneged).ShouldBe([0, reneged, 0]);
    }

    [Fact]
    public async Task A_worker_who_stays_with_an_order_is_free_at_the_instant_it_reneges()
    {
        var shop = Shops.Of(
            [Shops.Stage("waiter", 2, "accept") with { StaysWithOrder = true }, Shops.Stage("machine", 1, "brew") with { Patience = new Deterministic(15) }],
            [new Deterministic(10), new Deterministic(60)],
            "accept",
            "brew").WithArrivals(new ArrivalSettings.AllAtOnce(), 3);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        // The second waits from 10 and leaves at 25. Its waiter takes the third, which waits from 35 and leaves at 50.
        (records[2].Left, records[3].Visits[0].Started, records[3].Left, records[1].Left).ShouldBe((25, 25, 50, 70));
        result.Stages[1].Reneged.ShouldBe(2);
        // Held for 60 s by the first order and for 15 s by each of the others, of 2 x 70 s.
        result.Stages[0].Staying!.Value.ShouldBe(90.0 / 140, 1e-12);
    }

    [Theory]
    [InlineData(95, 110, 205, Outcome.Reneged)] // the third is kept from 30 to 110, and its wait begins then
    [InlineData(50, 70, 110, Outcome.Served)] // the second leaves at 70 and makes room for the third
    public async Task An_order_that_a_worker_keeps_because_the_stage_is_full_does_not_wait_there_yet(double patience, double enqueued, double ends, Outcome outcome)
    {
        // Accepted until 10, 20, 30; the first is brewed from 10 to 110. There is room for one to wait.
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = 1, Patience = new Deterministic(patience) }],
            [new Deterministic(10), new Deterministic(100)],
            "accept",
            "brew").WithArrivals(new ArrivalSettings.AllAtOnce(), 3);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records[3].Visits[1].Enqueued.ShouldBe(enqueued);
        (records[3].Visits[1].Started ?? records[3].Left).ShouldBe(ends);
        records[3].Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task An_order_that_comes_again_has_its_whole_patience_again()
    {
        var shop = Shops.Of([Shops.Stage("grinder", 1, "grind") with { Patience = new Deterministic(80) }, Shops.Stage("waiter", 1, "accept")], [new Deterministic(30), new Deterministic(10), new Deterministic(30)], "grind", "accept", "grind")
            .WithArrivals(new ArrivalSettings.AllAtOnce(), 3);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        // The second waits from 0 to 30, and again from 70 to 120: its first patience would have ended at 80.
        result.Orders.ShouldBe(new OrderCounts(3, 3, 0, 0, 0));
        records[2].Visits[0].ShouldBe(new OrderRecords.VisitRecord(70, 120, 150, 1));
    }

    [Fact]
    public async Task An_order_that_moves_to_another_workers_queue_goes_on_waiting()
    {
        // Each worker has one order in service and one that waits. At 10 the second worker leaves, and its queue moves to the first one's.
        var shop = Shops.Single(2, new Deterministic(100), "round-robin-pool").WithTrace(0, 0, 0, 0)
            .WithStage("waiter", stage => stage with { Patience = new Deterministic(50), Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromSeconds(10), 1)]) });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Left).ShouldBe([50, 50, 100, 100]);
    }

    [Fact]
    public async Task An_order_to_be_remade_does_not_renege()
    {
        // The first has a patience of 5 s, and while it is made again and again the second takes its turns.
        var shop = Shops.Single(1, new Deterministic(10)).WithArrivals(new ArrivalSettings.AllAtOnce(), 2)
            .WithStage("waiter", stage => stage with { Patience = new Sequence([5, 1000]) })
            .WithRecipe(step => step with { RemakeProbability = 0.999 })
            .WithCustomers(customers => customers with { StopAt = TimeSpan.FromSeconds(45) });

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        result.Orders.ShouldBe(new OrderCounts(2, 0, 0, 0, 2));
        records[1].Visits[0].Enqueued.ShouldBe(30);
    }

    /// <summary>With a limited queue, customers who find no room wait outside, where their patience runs too.</summary>
    [Theory]
    [InlineData("shared-queue-pool", null)]
    [InlineData("round-robin-pool", 1)]
    [InlineData("shared-queue-pool", 2)]
    public async Task The_first_stages_patience_is_that_of_the_customers(string router, int? room)
    {
        var shop = Shops.Pipeline(2, 2, 2).WithArrivals(new ArrivalSettings.Renewal(new Exponential(11), 1), 500)
            .WithStage("waiter", stage => stage with { Router = router, QueueCapacity = room });
        var patience = new Exponential(30);

        var ofCustomers = await TestRuns.RunAsync(shop.WithCustomers(customers => customers with { Patience = patience }));
        var ofStage = await TestRuns.RunAsync(shop.WithStage("waiter", stage => stage with { Patience = patience }));

        ofStage.Checksum.ShouldBe(ofCustomers.Checksum);
        ofStage.Stages[0].Reneged.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Paced_time_reproduces_a_run_with_patience_and_a_length_of_warm_up_exactly()
    {
        var shop = Shops.Pipeline().WithStage("machine", stage => stage with { Patience = new Exponential(30) }).WithStage("grinder", stage => stage with { Patience = new Exponential(90) });
        shop = shop with { Statistics = new StatisticsSettings(new WarmUp.Length(TimeSpan.FromMinutes(30)), 0.95) };

        var inVirtualTime = await TestRuns.RunAsync(shop);
        var paced = await TestRuns.RunAsync(shop.InMode(ClockMode.Paced, 1_000_000));

        inVirtualTime.Orders.Reneged.ShouldBeGreaterThan(20);
        (paced with { Clock = "virtual", WallSeconds = 0 }).ShouldBeEquivalentTo(inVirtualTime with { WallSeconds = 0 });
    }
}
