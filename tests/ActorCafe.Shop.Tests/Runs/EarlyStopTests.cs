using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class EarlyStopTests
{
    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    [InlineData(ClockMode.Real)]
    public async Task A_run_stopped_before_it_opens_admits_no_customer(ClockMode mode)
    {
        var shop = Shops.Single(1, new Exponential(1)).WithArrivals(new ArrivalSettings.Renewal(new Exponential(1), 1), 10).InMode(mode, 60);
        for (var run = 0; run < 20; run++)
        {
            var result = await TestRuns.RunAsync(shop, new RunOptions { CloseDoor = new CancellationToken(canceled: true) });

            result.Orders.Arrived.ShouldBe(0);
            result.Interrupted.ShouldBeTrue();
        }
    }
}
