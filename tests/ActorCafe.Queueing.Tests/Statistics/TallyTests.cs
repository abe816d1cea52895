using ActorCafe.Queueing.Statistics;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class TallyTests
{
    [Fact]
    public void Its_statistics_are_those_of_the_observations_one_by_one_to_the_last_bit() =>
        Gen.Double[0, 1000].Array[0, 3000].Sample(values =>
        {
            var (tally, moments, quantiles, batches) = (new Tally(), new RunningMoments(), new QuantileSketch(), new BatchMeans());

            foreach (var value in values)
            {
                tally.Add(value);
                moments.Add(value);
                quantiles.Add(value);
                batches.Add(value);
            }

            return (tally.Moments.Count, tally.Moments.Mean, tally.Moments.StandardDeviation, tally.Moments.Max) == (moments.Count, moments.Mean, moments.StandardDeviation, moments.Max)
                && tally.Quantiles.Quantile(0.95) == quantiles.Quantile(0.95)
                && tally.Batches.Means.SequenceEqual(batches.Means);
        }, iter: 200);

    [Fact]
    public void It_can_be_read_at_any_time()
    {
        var tally = new Tally();

        tally.Add(2);
        tally.Moments.Mean.ShouldBe(2);
        tally.Add(4);

        tally.Moments.Mean.ShouldBe(3);
        tally.Quantiles.Quantile(1).ShouldBe(4);
    }

    [Fact]
    public void One_of_moments_only_keeps_nothing_else()
    {
        var tally = new Tally(momentsOnly: true);

        tally.Add(2);

        tally.Moments.Mean.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => tally.Quantiles);
        Should.Throw<InvalidOperationException>(() => tally.Batches);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_observation_that_is_no_time_is_refused_when_it_is_evaluated(double value)
    {
        var tally = new Tally();

        tally.Add(value);

        Should.Throw<ArgumentOutOfRangeException>(() => tally.Moments);
    }
}
