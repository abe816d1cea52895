using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class HandWorkedScheduleTests
{
    private static readonly Distribution[] Constant = [new Deterministic(20), new Deterministic(60), new Deterministic(45)];

    [Fact]
    public async Task Paced_time_reproduces_the_run_exactly()
    {
        var inVirtualTime = await TestRuns.RunAsync(Shops.Pipeline());

        var paced = await TestRuns.RunAsync(Shops.Pipeline().InMode(ClockMode.Paced, 1_000_000));

        paced.Checksum.ShouldBe(inVirtualTime.Checksum);
        paced.ResponseTime.ShouldBe(inVirtualTime.ResponseTime);
    }

    [Fact]
    public async Task A_solo_waiter_serves_one_order_at_a_time_and_has_no_pick_up_queue()
    {
        var result = await TestRuns.RunAsync(Shops.Solo(1, Constant).WithArrivals(new ArrivalSettings.AllAtOnce(), 10));

        result.Makespan.ShouldBe(1250);
        (result.Concurrency.Max, result.Parallelism.Max, result.PickUpQueue.Max, result.OrderQueue.Max).ShouldBe((1, 1, 0, 9));
        result.Stages[0].Utilisation!.Value.ShouldBe(0.64, 1e-12);
        result.Stages[0].Blocked!.Value.ShouldBe(0.36, 1e-12);
        result.Bottleneck.ShouldBe("waiter");
    }

    [Fact]
    public async Task A_pipeline_has_several_orders_in_progress_with_one_worker_per_stage()
    {
        // Orders at 0: accepted until 20, 40, 60; ground until 80, 140, 200; brewed until 125, 185, 245.
        var result = await TestRuns.RunAsync(Shops.Pipeline(1, 1, 1, Constant).WithArrivals(new ArrivalSettings.AllAtOnce(), 3));

        result.Makespan.ShouldBe(245);
        (result.Concurrency.Max, result.Parallelism.Max, result.PickUpQueue.Max).ShouldBe((3, 2, 3));
    }

    [Fact]
    public async Task A_customer_whose_service_begins_as_patience_ends_is_served()
    {
        var shop = Shops.Single(1, new Deterministic(60)).WithArrivals(new ArrivalSettings.AllAtOnce(), 3)
            .WithCustomers(customers => customers with { Patience = new Deterministic(60) });

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        result.Orders.ShouldBe(new OrderCounts(3, 2, 0, 1, 0));
        records[3].Left.ShouldBe(60);
        records[3].Outcome.ShouldBe(Outcome.Reneged);
    }

    [Fact]
    public async Task A_run_that_is_cut_off_counts_orders_inside_as_unserved()
    {
        var shop = Shops.Single(1, new Deterministic(60)).WithArrivals(new ArrivalSettings.AllAtOnce(), 5)
            .WithCustomers(customers => customers with { StopAt = TimeSpan.FromSeconds(120) });

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        result.Orders.ShouldBe(new OrderCounts(5, 2, 0, 0, 3));
        result.Makespan.ShouldBe(120);
        records[5].Left.ShouldBe(120);
    }

    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    [InlineData(ClockMode.Real)]
    public async Task A_deadlock_fails_the_run(ClockMode mode)
    {
        var times = new Distribution[] { new Deterministic(1), new Deterministic(1), new Deterministic(1) };
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept", "brew") with { StaysWithOrder = true }, Shops.Stage("grinder", 1, "grind")], times)
            .WithArrivals(new ArrivalSettings.Renewal(new Deterministic(1), 1), 5).InMode(mode, 100).Silent();

        var failure = await Should.ThrowAsync<ShopFailedException>(() => TestRuns.RunAsync(shop).WaitAsync(TimeSpan.FromSeconds(60)));

        failure.Message.ShouldStartWith("deadlock: ");
        failure.Message.ShouldContain("waiter");
    }

    [Fact]
    public async Task An_order_that_always_fails_ends_the_run()
    {
        var failure = await Should.ThrowAsync<ShopFailedException>(() => TestRuns.RunAsync(Shops.Single(1, new AlwaysFails()).Silent()));

        failure.Message.ShouldBe($"order 1 failed {ShopContext.MaxFailures} times in a row at waiter: out of beans");
    }

    [Fact]
    public async Task Replications_are_the_same_on_any_number_of_cores()
    {
        var one = await TestRuns.RunAsync(Shops.Pipeline(), new RunOptions { Replications = 5, Parallel = 1 });

        var many = await TestRuns.RunAsync(Shops.Pipeline(), new RunOptions { Replications = 5, Parallel = 4 });

        many.Checksum.ShouldBe(one.Checksum);
        many.Orders.ShouldBe(new OrderCounts(1000, 1000, 0, 0, 0));
    }

    private sealed class AlwaysFails : Distribution
    {
        public override double Mean => 1;

        public override double Variance => 0;

        public override double Sample(ref Queueing.Streams.RandomStream random, long index) => throw new InvalidOperationException("out of beans");
    }
}
