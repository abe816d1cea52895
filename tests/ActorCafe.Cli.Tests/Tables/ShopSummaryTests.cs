using ActorCafe.Cli.Tables;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class ShopSummaryTests
{
    [Fact]
    public void A_checked_shop_is_summed_up_in_a_few_lines() => ShopSummary.Of(SampleData.Shop()).ShouldBe(
    [
        "pipeline: ok",
        "  waiter: one worker for accept",
        "  grinder: one worker for grind",
        "  machine: one worker for brew",
        "  customers: one every 1m 30s on average; 10 orders",
    ]);

    [Fact]
    public void What_is_particular_to_a_stage_or_its_customers_is_told()
    {
        var shop = SampleData.Shop();
        shop = shop with
        {
            Stages = shop.Stages.SetItem(1, shop.Stages[1] with
            {
                Router = "random-pool",
                StaysWithOrder = true,
                QueueCapacity = 3,
                WhenFull = WhenFull.Reject,
                Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(2), 4)]),
            }),
            Customers = new CustomersSettings
            {
                Arrivals = new ArrivalSettings.Closed(10, new Exponential(60)),
                Until = TimeSpan.FromHours(8),
                StopAt = TimeSpan.FromHours(9),
                Patience = new Exponential(300),
            },
        };
        var lines = ShopSummary.Of(shop).ToList();
        lines[2].ShouldBe("  grinder: one worker for grind; random-pool; stays with the order until it is served; room for 3 to wait, then rejects; 4 from 2h 00m");
        lines[4].ShouldBe("  customers: 10 who return after thinking for 1m 00s on average; until 8h 00m; cut off at 9h 00m; patient for 5m 00s on average");
    }
}
