using ActorCafe.Analysis.Planning;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;

namespace ActorCafe.Analysis.Tests.Planning;

/// <summary>How sure a target is met, and what the bound beside it says.</summary>
public sealed class TargetEstimateTests
{
    [Fact]
    public async Task The_bound_is_below_the_limit_exactly_if_the_target_is_met_that_surely()
    {
        var run = await Simulation.RunAsync(Planner.ForLongRun(Shops.Pipeline(2, 4, 4)), new RunOptions { Replications = 10 });
        TargetEstimate For(double limit) => new Target("mean", TargetMeasure.Mean, null, limit).Estimate([run.Each], 0.95);
        // The one-sided bound divides the limits that are met from the others; the upper end of the two-sided interval is higher.
        var (bound, upper) = (For(0).AtMost!.Value, For(0).Ci!.High);

        upper.ShouldBeGreaterThan(bound);
        For(bound).Confidence.ShouldBe(0.95, 1e-9);
        For(bound - 0.01).Confidence.ShouldBeLessThan(0.95);
        For(bound + 0.01).Confidence.ShouldBeInRange(0.95, 0.975);
        For(upper).Confidence.ShouldBe(0.975, 1e-9);
    }

    [Theory]
    [InlineData(0.4, 20, 160)]
    [InlineData(-0.5, 80, 160)]
    [InlineData(1.2, 40, 160)]
    public void The_chance_to_be_met_is_that_of_runs_drawn_from_what_is_known(double errorsBelow, int runs, int most)
    {
        var estimate = new TargetEstimate(new Target("mean < 1s", TargetMeasure.Mean, null, 1), 1 - errorsBelow, null, 0.5) { ErrorsBelow = errorsBelow };
        // A standard error of 1 after the first runs. The further ones have a mean of their own around a mean that is known to that error only.
        var deviation = Math.Sqrt(runs);
        var needed = StudentT.OneSidedQuantile(0.95, most - 1);
        var stream = RandomStream.For(1, 1, 1);
        var met = 0;
        const int draws = 40_000;
        for (var draw = 0; draw < draws; draw++)
        {
            var further = estimate.Measured!.Value + (Normal(ref stream) * Math.Sqrt(1 + ((double)runs / (most - runs))));
            var mean = ((runs * estimate.Measured.Value) + ((most - runs) * further)) / most;
            met += (1 - mean) / (deviation / Math.Sqrt(most)) >= needed ? 1 : 0;
        }

        // Student's t has somewhat heavier tails; four standard errors of the count are 0.01.
        estimate.ChanceToBeMet(runs, most, 0.95).ShouldBe((double)met / draws, 0.02);
    }

    [Fact]
    public async Task What_is_far_from_its_target_is_given_up_after_four_runs()
    {
        var simulator = new StaffingSimulator(Request(10), new PlanProgress(null));

        (await simulator.SimulateAsync([1, 2, 2])).Runs.ShouldBe(4);
    }

    private static PlanRequest Request(double limit) => new()
    {
        Shop = Planner.ForLongRun(Shops.Pipeline()),
        CostPerHour = [15, 15, 4],
        Targets = [new Target("mean", TargetMeasure.Mean, null, limit)],
    };

    private static double Normal(ref RandomStream stream) => Math.Sqrt(2 * stream.NextExponential()) * Math.Cos(2 * Math.PI * (stream.NextUInt64() >> 11) * (1.0 / (1UL << 53)));
}
