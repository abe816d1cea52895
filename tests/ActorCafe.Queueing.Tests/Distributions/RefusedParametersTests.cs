using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Queueing.Tests.Distributions;

public class RefusedParametersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_mean_that_is_not_a_finite_number_above_0_is_refused(double mean)
    {
        Refused("mean", () => new Exponential(mean));
        Refused("mean", () => new Erlang(mean, 2));
        Refused("mean", () => new Gamma(mean, 1));
        Refused("mean", () => new LogNormal(mean, 1));
        Refused("mean", () => new Weibull(mean, 1));
        Refused("mean", () => HyperExponential.Balanced(mean, 2));
        Refused("means", () => new HyperExponential([mean], [1]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_negative_time_and_one_that_is_no_number_is_refused(double value)
    {
        Refused("value", () => new Deterministic(value));
        Refused("min", () => new Uniform(value, 5));
        Refused("max", () => new Uniform(0, value));
        Refused("min", () => new Triangular(value, 3, 5));
        Refused("mode", () => new Triangular(0, value, 5));
        Refused("max", () => new Triangular(0, 3, value));
        Refused("values", () => new Discrete([1, value], [0.5, 0.5]));
        Refused("values", () => new Sequence([1, value]));
        Refused("values", () => new Empirical([1, value]));
        Refused("probabilities", () => new Discrete([1, 2], [1, value]));
    }

    [Fact]
    public void Bounds_in_the_wrong_order_are_refused()
    {
        Refused("max", () => new Uniform(5, 4));
        Refused("max", () => new Triangular(5, 5, 5));
        Refused("mode", () => new Triangular(1, 6, 5));
    }

    [Fact]
    public void A_shape_out_of_its_range_is_refused()
    {
        Refused("phases", () => new Erlang(60, 0));
        Refused("cv", () => new Gamma(60, 0));
        Refused("cv", () => new LogNormal(60, double.NaN));
        Refused("cv", () => HyperExponential.Balanced(60, 0.99));
        Refused("shape", () => new Weibull(60, 0));
    }

    [Fact]
    public void Lists_that_are_empty_or_do_not_match_are_refused()
    {
        Refused("values", () => new Sequence([]));
        Refused("values", () => new Empirical(default));
        Refused("values", () => new Discrete([], []));
        Refused("means", () => new HyperExponential([], []));
        Refused("probabilities", () => new Discrete([1, 2], [1]));
        Refused("probabilities", () => new HyperExponential([1, 2], [0.5, 0.4]));
        Refused("probabilities", () => new Discrete([1, 2], [0.5, 0.5 + 1e-8]));
    }

    private static void Refused(string parameter, Func<Distribution> make) =>
        Should.Throw<ArgumentOutOfRangeException>(() => make()).ParamName.ShouldBe(parameter);
}
