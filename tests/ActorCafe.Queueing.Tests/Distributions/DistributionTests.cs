using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Tests.Distributions;

public class DistributionTests
{
    private const int Draws = 1_000_000;

    /// <summary>Standard errors that a right sample stays within with a confidence of 99.99 %.</summary>
    private const double Errors = 3.89;

    public static TheoryData<string> Names => [.. DistributionCases.All.Keys];

    public static TheoryData<string> Continuous => [.. DistributionCases.All.Where(entry => entry.Value.Cdf is not null).Select(entry => entry.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_states_the_mean_and_variance_worked_by_hand(string name)
    {
        var (distribution, mean, variance, _) = DistributionCases.All[name];

        distribution.Mean.ShouldBe(mean, 1e-12 * mean);
        distribution.Variance.ShouldBe(variance, 1e-11 * variance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_million_draws_have_its_mean_and_variance(string name)
    {
        var (distribution, mean, variance, _) = DistributionCases.All[name];
        var values = Draw(distribution, Draws);

        var deviations = values.Select(value => value - mean).ToArray();
        var drawnVariance = deviations.Average(d => d * d);
        var fourth = deviations.Average(d => d * d * d * d);

        values.Min().ShouldBeGreaterThanOrEqualTo(0);
        deviations.Average().ShouldBe(0, (Errors * Math.Sqrt(variance / Draws)) + (1e-12 * mean));
        // The variance of a sample's variance is (fourth central moment - variance²) / n.
        drawnVariance.ShouldBe(variance, (Errors * Math.Sqrt((fourth - (drawnVariance * drawnVariance)) / Draws)) + (1e-5 * variance));
    }

    [Theory]
    [MemberData(nameof(Continuous))]
    public void Its_draws_follow_its_distribution_function(string name)
    {
        var values = Draw(DistributionCases.All[name].Distribution, 200_000);

        KolmogorovSmirnov.Distance(values, DistributionCases.All[name].Cdf!).ShouldBeLessThan(KolmogorovSmirnov.Critical(values.Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_draw_depends_on_its_stream_and_index_alone_and_allocates_nothing(string name)
    {
        var distribution = DistributionCases.All[name].Distribution;
        var first = Sum(distribution, 10_000);
        var second = 0.0;

        var allocated = Allocation.Of(() => second = Sum(distribution, 10_000));

        allocated.ShouldBe(0);
        second.ShouldBe(first);
    }

    /// <summary>One stream per order, as the shop draws.</summary>
    private static double[] Draw(Distribution distribution, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            var random = RandomStream.For(1, Purpose.Of("service"), i);
            values[i] = distribution.Sample(ref random, i);
        }
        return values;
    }

    private static double Sum(Distribution distribution, int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var random = RandomStream.For(1, 2, i);
            sum += distribution.Sample(ref random, i);
        }
        return sum;
    }
}
