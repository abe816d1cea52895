using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>1 - E[e^(-rate X)], what GI/M/1 needs of a distribution.</summary>
public class OutlastsExponentialTests
{
    public static TheoryData<string, Distribution, double> AtOne => new()
    {
        { "e^-2", new Deterministic(2), 1 - Math.Exp(-2) },
        { "1 / (1 + 2)", new Exponential(2), 2.0 / 3 },
        { "1 / (1 + 1)^2", new Erlang(2, 2), 3.0 / 4 },
        { "gamma of cv² 1/2 is Erlang of 2", new Gamma(2, Math.Sqrt(0.5)), 3.0 / 4 },
        { "1/2 / 2 + 1/2 / 4", new HyperExponential([1, 3], [0.5, 0.5]), 5.0 / 8 },
        { "(e^-1 - e^-3) / 2", new Uniform(1, 3), 1 - ((Math.Exp(-1) - Math.Exp(-3)) / 2) },
        { "sum of two uniforms of 0 to 1", new Triangular(0, 1, 2), 1 - Math.Pow(1 - Math.Exp(-1), 2) },
        { "falling from 0: 2 (1 - (1 - e^-1))", new Triangular(0, 0, 1), 1 - (2 / Math.E) },
        { "1/4 e^-1 + 3/4 e^-2", new Discrete([1, 2], [0.25, 0.75]), 1 - (0.25 * Math.Exp(-1)) - (0.75 * Math.Exp(-2)) },
        { "half each", new Empirical([0, 2]), 0.5 - (0.5 * Math.Exp(-2)) },
        { "shape 1 is exponential", new Weibull(2, 1), 2.0 / 3 },
    };

    [Theory]
    [MemberData(nameof(AtOne))]
    public void At_a_rate_of_one_it_is_the_number_by_hand(string how, Distribution distribution, double expected) =>
        distribution.OutlastsExponential(1)!.Value.ShouldBe(expected, 1e-12, how);

    [Fact]
    public void The_standard_lognormal_one_is_that_of_another_quadrature() =>
        // The sum of φ(z) e^(-e^z) over z = -20 ... 20 in steps of 1/512, computed apart: 0.38175646...
        new LogNormal(Math.Exp(0.5), Math.Sqrt(Math.E - 1)).OutlastsExponential(1)!.Value.ShouldBe(1 - 0.3817564647554831, 1e-12);

    public static TheoryData<string, Distribution> Drawn => new()
    {
        { "exponential", new Exponential(60) },
        { "erlang", new Erlang(60, 4) },
        { "gamma", new Gamma(60, 0.7) },
        { "irregular gamma", new Gamma(60, 3) },
        { "lognormal", new LogNormal(60, 1) },
        { "irregular lognormal", new LogNormal(60, 10) },
        { "weibull", new Weibull(60, 1.5) },
        { "irregular weibull", new Weibull(60, 0.3) },
        { "uniform", new Uniform(30, 90) },
        { "triangular", new Triangular(30, 40, 110) },
        { "discrete", new Discrete([30, 90], [0.5, 0.5]) },
        { "hyperexponential", HyperExponential.Balanced(60, 3) },
    };

    [Theory]
    [MemberData(nameof(Drawn))]
    public void At_a_small_rate_it_is_rate_times_mean_less_half_of_rate_squared_times_the_second_moment(string kind, Distribution distribution)
    {
        var rate = 1e-9 / distribution.Mean;
        var second = distribution.Variance + (distribution.Mean * distribution.Mean);

        distribution.OutlastsExponential(rate)!.Value.ShouldBe((rate * distribution.Mean) - (rate * rate * second / 2), 1e-7 * 1e-9, kind);
    }

    [Fact]
    public void Values_one_after_the_other_have_none() => new Sequence([1, 2]).OutlastsExponential(1).ShouldBeNull();
}
