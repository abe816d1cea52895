using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class FailingWorkerTests
{
    [Fact]
    public async Task A_worker_that_failed_and_retires_later_does_not_repeat_a_served_order()
    {
        var shop = Shops.Single(2, new FailsOnce(new Deterministic(1), order => order == 2))
            .WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromSeconds(50), 1)]) })
            .WithTrace(0, 0, 10, 10, 100, 110, 120).Silent();

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Number).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        result.Stages[0].Utilisation.ShouldBe(7.0 / (2 * 50 + 71));
    }

    [Theory]
    [InlineData("shared-queue-pool")]
    [InlineData("shortest-queue-pool")]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    public async Task Failing_workers_in_a_resized_pool_lose_no_order_and_serve_none_twice(string router)
    {
        const int Orders = 3000;
        var sizes = new[] { 1, 5, 2, 4, 1, 6, 3 };
        var shop = Shops.Single(4, new FailsOnce(new Exponential(2), order => order % 5 == 0), router)
            .WithStage("waiter", stage => stage with
            {
                Schedule = new PoolSchedule([.. Enumerable.Range(1, 60).Select(at => new PoolChange(TimeSpan.FromSeconds(50 * at), sizes[at % sizes.Length]))]),
            })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(1), 1), Orders).Silent();

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, Orders).Select(number => (long)number));
        result.Orders.Served.ShouldBe(Orders);
        result.Stages[0].Completions.ShouldBe(Orders);
    }
}
