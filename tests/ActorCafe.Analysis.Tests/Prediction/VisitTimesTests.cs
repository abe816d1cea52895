using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

public sealed class VisitTimesTests
{
    [Fact]
    public void Steps_in_one_go_are_one_visit_whose_variances_add_up()
    {
        var times = VisitTimes.Of([Step(20), Step(60)], after: (5, 1));

        // 85² + 20² + 60² + 1
        times.ShouldBe(new VisitTimes(1, 80, 85, 7225 + 400 + 3600 + 1));
    }

    [Fact]
    public void A_second_step_made_again_comes_back_for_that_step_alone()
    {
        var times = VisitTimes.Of([Constant(20, 0), Constant(60, 0.5)], after: (5, 0));

        // One visit for both, and one more on average for grinding; half of either ends with handing over.
        times.Visits.ShouldBe(2, 1e-12);
        times.Service.ShouldBe(20 + 60 + 60, 1e-12);
        times.Occupied.ShouldBe(145, 1e-12);
        times.OccupiedSquared.ShouldBe(((80 * 80) + (85 * 85) + (60 * 60) + (65 * 65)) / 2.0, 1e-9);
    }

    [Fact]
    public void A_first_step_made_again_goes_on_with_the_second()
    {
        var times = VisitTimes.Of([Constant(20, 0.5), Constant(60, 0)], after: (0, 0));

        // Two visits begin with the first step, one of which goes on.
        times.Visits.ShouldBe(2, 1e-12);
        times.Service.ShouldBe(100, 1e-12);
        times.OccupiedSquared.ShouldBe((20 * 20) + (80 * 80), 1e-9);
    }

    private static RecipeStep Step(double mean) => new("step", 0, new Exponential(mean), 0);

    private static RecipeStep Constant(double value, double again) => new("step", 0, new Deterministic(value), again);
}
