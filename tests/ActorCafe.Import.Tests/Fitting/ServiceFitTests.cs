using ActorCafe.Import.Fitting;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Import.Tests.Fitting;

public sealed class ServiceFitTests
{
    public static TheoryData<string, string, double> Known => new()
    {
        { "exponential", "", 0 }, { "gamma", "cv", 0.5 }, { "lognormal", "cv", 0.7 }, { "weibull", "shape", 3 },
    };

    /// <summary>2,000 draws, fixed seed: the mean within five standard errors, the shape within 10 %.</summary>
    [Theory]
    [MemberData(nameof(Known))]
    public void The_family_and_its_parameters_are_found_again(string family, string shapeName, double shape)
    {
        Distribution distribution = family switch
        {
            "exponential" => new Exponential(60),
            "gamma" => new Gamma(60, shape),
            "lognormal" => new LogNormal(60, shape),
            _ => new Weibull(60, shape),
        };

        var fit = ServiceFit.Of(Draw(distribution, 2000));

        (fit.Family, fit.ShapeName, fit.Count).ShouldBe((family, shapeName, 2000));
        fit.Mean.ShouldBe(60, 5 * Math.Sqrt(distribution.Variance / 2000));
        fit.Shape.ShouldBe(shape == 0 ? 1 : shape, 0.1 * Math.Max(shape, 1));
        fit.PValue!.Value.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void Two_kinds_of_work_in_one_column_are_no_good_fit() =>
        ServiceFit.Of(Draw(new Uniform(9, 11), 300).Concat(Draw(new Uniform(99, 101), 300))).PValue!.Value.ShouldBeLessThan(0.05);

    [Fact]
    public void Equal_times_are_deterministic() => ServiceFit.Of([30, 30, 30]).Hocon.ShouldBe("30s");

    [Fact]
    public void Few_times_are_taken_to_be_exponential() => ServiceFit.Of([20, 40]).ShouldSatisfyAllConditions(
        fit => fit.Hocon.ShouldBe("{ distribution = exponential, mean = 30s }"), fit => fit.PValue.ShouldBeNull());

    private static double[] Draw(Distribution distribution, int count)
    {
        var random = RandomStream.For(7, Purpose.Of("service fit"), count);
        var drawn = new double[count];
        for (var at = 0; at < count; at++)
        {
            drawn[at] = distribution.Sample(ref random, at);
        }

        return drawn;
    }
}
