using ActorCafe.Queueing.Statistics;

namespace ActorCafe.Queueing.Tests.Statistics;

public class StudentTTests
{
    // From the tables of the t distribution; with 1 degree of freedom it is tan(π c / 2), with 2 it is c √(2 / (1 - c²)).
    [Theory]
    [InlineData(0.95, 1, 12.7062047361747)]
    [InlineData(0.95, 2, 4.30265272974946)]
    [InlineData(0.95, 9, 2.26215716279820)]
    [InlineData(0.99, 9, 3.24983554159213)]
    [InlineData(0.90, 19, 1.72913281152137)]
    [InlineData(0.95, 39, 2.02269092003676)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.9999, 1, 6366.19767144931)]
    public void The_quantile_is_that_of_the_tables(double confidence, int degrees, double t) =>
        StudentT.Quantile(confidence, degrees).ShouldBe(t, 1e-9 * t);

    [Theory]
    [InlineData(0, 5, 0.5)]
    [InlineData(1, 1, 0.75)] // 1 degree of freedom: 1/2 + arctan(t) / π
    [InlineData(-1, 1, 0.25)]
    [InlineData(2, 2, 0.9082482904638631)] // 2 degrees: 1/2 + t / (2 √(2 + t²))
    [InlineData(2.26215716279820, 9, 0.975)] // the tables
    [InlineData(double.PositiveInfinity, 3, 1)]
    [InlineData(double.NegativeInfinity, 3, 0)]
    public void The_probability_below_is_that_of_the_closed_forms_and_tables(double t, int degrees, double probability) =>
        StudentT.Below(t, degrees).ShouldBe(probability, 1e-12);

    [Fact]
    public void With_many_degrees_of_freedom_it_is_the_normal_quantile() =>
        StudentT.Quantile(0.95, 10_000_000).ShouldBe(1.95996398454005, 1e-6);

    [Theory]
    [InlineData(0.95, 1, 6.31375151467504)]
    [InlineData(0.975, 9, 2.26215716279820)]
    [InlineData(0.5, 3, 0)]
    [InlineData(0.05, 1, -6.31375151467504)]
    public void One_sided_quantiles_are_those_of_tables(double confidence, int degreesOfFreedom, double t) =>
        StudentT.OneSidedQuantile(confidence, degreesOfFreedom).ShouldBe(t, 1e-9);

    [Fact]
    public void How_surely_a_mean_is_below_a_limit_worked_by_hand()
    {
        // Mean 2, deviation √2 of two values, so error 1: P(T <= 1) with one degree of freedom is 1/2 + arctan(1) / π.
        StudentT.MeanBelow(3, [1, 3])!.Value.ShouldBe(0.75, 1e-12);
        StudentT.MeanBelow(1, [1, 3])!.Value.ShouldBe(0.25, 1e-12);
        StudentT.MeanBelow(3, [2, 2]).ShouldBe(1);
        StudentT.MeanBelow(2, [2, 2]).ShouldBe(0);
        StudentT.MeanBelow(3, [1]).ShouldBeNull();
    }

    [Fact]
    public void The_interval_of_four_values_worked_by_hand()
    {
        // Mean 5, deviation √(20 / 3), t(0.95, 3) = 3.18244630528371; half width 3.18244630528371 x √(20 / 3) / 2.
        var (low, high) = StudentT.Interval([2, 4, 6, 8], 0.95)!.Value;

        low.ShouldBe(5 - 4.108520510, 1e-8);
        high.ShouldBe(5 + 4.108520510, 1e-8);
    }

    [Fact]
    public void Under_two_values_there_is_no_interval()
    {
        StudentT.Interval([], 0.95).ShouldBeNull();
        StudentT.Interval([3], 0.95).ShouldBeNull();
        StudentT.Interval([3, 3], 0.95).ShouldBe((3, 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_confidence_that_is_not_between_0_and_1_is_refused(double confidence)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(confidence, 3)).ParamName.ShouldBe("confidence");
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Interval([1, 2], confidence)).ParamName.ShouldBe("confidence");
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.95, 0)).ParamName.ShouldBe("degreesOfFreedom");
    }
}
