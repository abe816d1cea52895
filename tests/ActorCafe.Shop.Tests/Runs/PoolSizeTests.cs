using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>The stage's settings determine the size and router of its pool, whatever the shop's akka section says.</summary>
public sealed class PoolSizeTests
{
    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Real)]
    public async Task A_pool_changed_in_code_overrides_its_deployment(ClockMode mode)
    {
        var shop = Shops.Single(1, new Deterministic(60)).WithArrivals(new ArrivalSettings.AllAtOnce(), 6).InMode(mode, 2000);
        shop = shop with
        {
            Stages = [shop.Stages[0] with { Workers = 3, Router = "round-robin-pool" }],
            AkkaHocon = "akka.actor.deployment.\"/cafe/waiter\" { router = shared-queue-pool, nr-of-instances = 1 }\n",
        };

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        result.Stages[0].Workers.ShouldBe(3);
        records.Orders.Select(order => order.Visits[0].Worker).Distinct().Count().ShouldBe(3, "orders go round the three");
        if (mode == ClockMode.Virtual)
        {
            result.Stages[0].WaitingTime.Mean.ShouldBe(30, "three at once, then three after 60 s");
        }
    }
}
