using ActorCafe.Analysis.Comparison;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Comparison;

public sealed class PairedDifferenceTests
{
    private static readonly ShopSettings Busy = Shops.Pipeline(1, 2, 2);

    [Fact]
    public async Task The_difference_of_two_shops_is_far_surer_on_the_same_customers()
    {
        var options = new RunOptions { Replications = 20, MeasureCapacity = false };
        var difference = PairedDifference.Of(
            await Simulation.RunAsync(Busy, options), await Simulation.RunAsync(Shops.Pipeline(1, 3, 2), options), 0.95)!;
        difference.Mean.ShouldBeLessThan(0);
        difference.Ci!.High.ShouldBeLessThan(0);
        difference.Narrower!.Value.ShouldBeGreaterThan(1.2);
    }

    [Fact]
    public async Task A_shop_does_not_differ_from_itself()
    {
        var result = await Simulation.RunAsync(Busy, new RunOptions { Replications = 5, MeasureCapacity = false });
        PairedDifference.Of(result, result, 0.95)!.Ci.ShouldBe(new Interval(0, 0));
    }

    [Fact]
    public async Task A_queue_that_only_grows_differs_by_no_long_run_mean()
    {
        var options = new RunOptions { Replications = 5, MeasureCapacity = false };
        var difference = PairedDifference.Of(await Simulation.RunAsync(Shops.Pipeline(), options), await Simulation.RunAsync(Busy, options), 0.95)!;
        difference.Mean.ShouldBeLessThan(0);
        (difference.Ci, difference.Unpaired, difference.Narrower).ShouldBe((null, null, null));
    }
}
