using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Akka's own messages to a pool kill workers while they are idle, serving or handing over, and resize the pool.</summary>
public sealed class KilledWorkerTests
{
    [Theory]
    [InlineData("shared-queue-pool", ClockMode.Virtual)]
    [InlineData("shared-queue-pool", ClockMode.Real)]
    [InlineData("shortest-queue-pool", ClockMode.Virtual)]
    [InlineData("shortest-queue-pool", ClockMode.Real)]
    [InlineData("round-robin-pool", ClockMode.Virtual)]
    [InlineData("round-robin-pool", ClockMode.Real)]
    [InlineData("random-pool", ClockMode.Virtual)]
    [InlineData("random-pool", ClockMode.Real)]
    public async Task Lose_no_order_and_serve_none_twice(string router, ClockMode mode)
    {
        const int Orders = 1500;
        var shop = Shops.Single(20, new DisruptedDistribution(new Exponential(1), every: 60), router)
            .WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(0.5) })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(0.5), 5), Orders)
            .InMode(mode, 100).Silent();

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, Orders).Select(number => (long)number));
        result.Orders.Served.ShouldBe(Orders);
        result.Stages[0].Completions.ShouldBe(Orders);
    }
}
