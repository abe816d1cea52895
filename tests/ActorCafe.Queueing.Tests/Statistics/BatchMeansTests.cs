using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class BatchMeansTests
{
    [Fact]
    public void There_is_no_interval_before_twenty_batches_are_complete()
    {
        Counting(999).Confidence(0.95).ShouldBeNull();
        Counting(1000).Confidence(0.95).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(49, 50, 0)]
    [InlineData(1000, 50, 20)]
    [InlineData(1999, 50, 39)]
    [InlineData(2000, 100, 20)]
    [InlineData(3999, 100, 39)]
    [InlineData(4000, 200, 20)]
    public void Forty_batches_become_twenty_of_double_the_size(int observations, long size, int batches)
    {
        var means = Counting(observations);

        (means.BatchSize, means.Batches).ShouldBe((size, batches));
    }

    [Fact]
    public void The_interval_of_a_thousand_counted_numbers_worked_by_hand()
    {
        // Batch k of 0, 1, 2, ... has the mean 50 k + 24.5: their mean is 499.5, their variance 2500 x 20 x 21 / 12 = 87,500.
        var half = StudentT.Quantile(0.95, 19) * Math.Sqrt(87_500.0 / 20);

        var (low, high) = Counting(1010).Confidence(0.95)!.Value; // the ten of an open batch do not count

        low.ShouldBe(499.5 - half, 1e-9);
        high.ShouldBe(499.5 + half, 1e-9);
    }

    [Fact]
    public void Merged_batches_have_the_means_of_batches_of_that_size() =>
        Gen.Select(Gen.Int[0, 9000], Gen.Long).Sample((count, seed) =>
        {
            var random = RandomStream.For(seed, 0, 0);
            double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextExponential())];
            var batches = new BatchMeans();
            foreach (var value in values)
            {
                batches.Add(value);
            }

            double[] direct = [.. values.Chunk((int)batches.BatchSize).Where(chunk => chunk.Length == batches.BatchSize).Select(chunk => chunk.Average())];

            batches.Means.ToArray().ShouldBe(direct, 1e-12);
        });

    [Fact]
    public void The_interval_covers_the_mean_of_an_autocorrelated_series_about_as_often_as_it_says()
    {
        var covered = 0;
        for (var run = 0; run < 1000; run++)
        {
            // x' = 0.8 x + noise: mean 0, and a naive interval would be three times too narrow.
            var random = RandomStream.For(1, 0, run);
            var (x, batches) = (0.0, new BatchMeans());
            for (var i = 0; i < 5000; i++)
            {
                batches.Add(x = (0.8 * x) + random.NextNormal());
            }

            var (low, high) = batches.Confidence(0.9)!.Value;
            covered += low <= 0 && high >= 0 ? 1 : 0;
        }

        // 900 of 1000 with deviation √(1000 x 0.9 x 0.1) = 9.5; batches of finite length cover a little less often.
        covered.ShouldBeInRange(860, 938);
    }

    [Fact]
    public void The_correlation_of_a_thousand_counted_numbers_worked_by_hand()
    {
        // Means 24.5, 74.5, ...: 19 steps of 50, and squares of 19 x 87,500 around 499.5; Q = 0.028571, 1 - Q / 2 = 0.985714.
        var batches = Counting(1000);
        batches.Correlation()!.Value.ShouldBe(1 - (19 * 2500.0 / (19 * 87_500) / 2), 1e-12);

        // 0.985714 √(399 / 18) = 4.6409 deviations of a normal distribution.
        batches.IndependencePValue()!.Value.ShouldBe(1.7345e-6, 1e-9);
    }

    [Fact]
    public void Too_few_batches_and_batches_all_the_same_have_no_correlation()
    {
        Counting(999).Correlation().ShouldBeNull();
        var same = new BatchMeans();
        for (var i = 0; i < 1000; i++)
        {
            same.Add(7);
        }

        (same.Correlation(), same.IndependencePValue()).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(0.0, 34, 66)] // 50 of 1000 expected with deviation 6.9; 0.98 within the range
    [InlineData(0.99, 950, 1000)] // a memory of hundreds of observations, in batches of 50 and 100
    public void Independence_is_doubted_as_often_as_it_says_and_nearly_always_where_batches_depend(double memory, int fewest, int most)
    {
        var doubted = 0;
        for (var run = 0; run < 1000; run++)
        {
            var random = RandomStream.For(2, 0, run);
            var (x, batches) = (0.0, new BatchMeans());
            for (var i = 0; i < 1950; i++)
            {
                batches.Add(x = (memory * x) + random.NextNormal());
            }

            doubted += batches.IndependencePValue() < 0.05 ? 1 : 0;
        }

        doubted.ShouldBeInRange(fewest, most);
    }

    private static BatchMeans Counting(int observations)
    {
        var batches = new BatchMeans();
        for (var i = 0; i < observations; i++)
        {
            batches.Add(i);
        }

        return batches;
    }
}
