using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Runs that go on until they are precise, and shops that are compared on the same customers.</summary>
public class PrecisionTests
{
    private static readonly ShopSettings Busy = Shops.Pipeline(1, 2, 2);

    [Fact]
    public async Task Replications_are_added_until_the_interval_is_as_tight_as_wanted()
    {
        var result = await Simulation.RunAsync(Busy, new RunOptions { Replications = 10, UntilPrecision = 0.03, MeasureCapacity = false });
        result.Replications.ShouldBeGreaterThan(10);
        var ci = result.ResponseTime.Ci!;
        ((ci.High - ci.Low) / 2).ShouldBeLessThanOrEqualTo(0.03 * result.ResponseTime.Mean!.Value);
    }

    [Fact]
    public async Task Added_replications_are_those_that_would_have_been_played_at_once()
    {
        var grown = await Simulation.RunAsync(Busy, new RunOptions { Replications = 10, UntilPrecision = 0.03, MeasureCapacity = false });
        var atOnce = await Simulation.RunAsync(Busy, new RunOptions { Replications = grown.Replications, MeasureCapacity = false });
        grown.Checksum.ShouldBe(atOnce.Checksum);
    }

    [Fact]
    public async Task Where_there_is_no_steady_state_nothing_is_added() =>
        (await Simulation.RunAsync(Shops.Pipeline(), new RunOptions { Replications = 10, UntilPrecision = 0.001, MeasureCapacity = false })).Replications.ShouldBe(10);

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
}
