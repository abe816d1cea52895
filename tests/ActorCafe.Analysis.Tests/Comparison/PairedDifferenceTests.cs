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

    /// <summary>
    /// Differences 1, 3 and 2 have mean 2 and standard deviation 1, and t(0.975; 2) = 4.302653: half the width is 4.302653 / sqrt(3) = 2.484138. Unpaired, the
    /// variances of the means are 4/3 and 7/3, with 3.7 degrees of freedom (rounded down), and t(0.975; 3) = 3.182446: 3.182446 x sqrt(11/3) = 6.093916.
    /// </summary>
    [Fact]
    public void Three_pairs_have_the_interval_that_is_worked_out_by_hand()
    {
        var difference = PairedDifference.Of([10, 12, 14], [11, 15, 16], 0.95)!;
        difference.Mean.ShouldBe(2, 1e-12);
        difference.Ci!.Low.ShouldBe(2 - 2.484138, 1e-5);
        difference.Ci.High.ShouldBe(2 + 2.484138, 1e-5);
        difference.Unpaired!.High.ShouldBe(2 + 6.093916, 1e-5);
        difference.Narrower!.Value.ShouldBe(6.093916 / 2.484138, 1e-5);
    }

    [Fact]
    public void Without_a_pair_for_each_value_there_is_no_difference()
    {
        PairedDifference.Of([1, 2], [1], 0.95).ShouldBeNull();
        PairedDifference.Of([1, null], [1, 2], 0.95).ShouldBeNull();
        PairedDifference.Of([], [], 0.95).ShouldBeNull();
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
