using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Replications are added until the interval is narrow enough.</summary>
public class PrecisionTests
{
    private static readonly ShopSettings Busy = Shops.Pipeline(1, 2, 2);

    [Fact]
    public async Task Replications_are_added_until_the_interval_is_narrow_enough()
    {
        var result = await Simulation.RunAsync(Busy, new RunOptions { Replications = 10, UntilPrecision = 0.03, MeasureCapacity = false });
        result.Replications.ShouldBeGreaterThan(10);
        var ci = result.ResponseTime.Ci!;
        ((ci.High - ci.Low) / 2).ShouldBeLessThanOrEqualTo(0.03 * result.ResponseTime.Mean!.Value);
    }

    [Fact]
    public async Task Added_replications_equal_those_of_a_single_larger_run()
    {
        var grown = await Simulation.RunAsync(Busy, new RunOptions { Replications = 10, UntilPrecision = 0.03, MeasureCapacity = false });
        var atOnce = await Simulation.RunAsync(Busy, new RunOptions { Replications = grown.Replications, MeasureCapacity = false });
        grown.Checksum.ShouldBe(atOnce.Checksum);
    }

    [Fact]
    public async Task Without_a_steady_state_no_replications_are_added() =>
        (await Simulation.RunAsync(Shops.Pipeline(), new RunOptions { Replications = 10, UntilPrecision = 0.001, MeasureCapacity = false })).Replications.ShouldBe(10);
}
