using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class WarmUpTests
{
    [Fact]
    public async Task A_run_cut_off_during_warm_up_has_no_statistics()
    {
        var shop = Shops.Single(1, new Deterministic(1)).WithTrace(0, 10, 20)
            .WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromSeconds(5), 2)]) })
            .WithCustomers(customers => customers with { StopAt = TimeSpan.FromSeconds(15) });

        var result = await TestRuns.RunAsync(shop with { Statistics = new StatisticsSettings(2, 0.95) });

        result.ThroughputPerHour.ShouldBeNull();
        result.Parallelism.Mean.ShouldBeNull();
        result.Stages[0].Utilisation.ShouldBeNull();
        result.Stages[0].QueueLength.Mean.ShouldBeNull();
        result.Bottleneck.ShouldBeNull();
    }
}
