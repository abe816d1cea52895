using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class Mser5Tests
{
    [Fact]
    public void Eight_batches_of_which_the_first_two_are_warm_up_worked_by_hand()
    {
        // Batch means 20, 11, 1, 2, 1, 2, 1, 2. Squares about the mean of the rest / (number of the rest)²:
        // all 8: 336 / 64 = 5.25; without 1: 81.71 / 49 = 1.67; without 2: 1.5 / 36 = 0.0417;
        // without 3: 1.2 / 25 = 0.048; without 4: 1 / 16 = 0.0625. Least: two batches, ten observations.
        Batches(20, 11, 1, 2, 1, 2, 1, 2).Truncation().ShouldBe(10);
    }

    [Fact]
    public void At_most_half_is_left_out_however_long_the_warm_up()
    {
        // Falling all along, so that leaving out more is ever better: 500 / 16 for the last four is the least allowed.
        Batches(800, 700, 600, 500, 40, 30, 20, 10).Truncation().ShouldBe(20);
    }

    [Fact]
    public void Nothing_is_left_out_of_a_steady_series_nor_of_too_short_a_one()
    {
        Batches(7, 7, 7, 7, 7, 7).Truncation().ShouldBe(0);
        Batches(100, 1, 1).Truncation().ShouldBe(0);
        Batches().Truncation().ShouldBe(0);
    }

    [Fact]
    public void It_is_the_least_of_the_formula_tried_at_every_truncation() =>
        Gen.Double[0, 100].Array[4, 60].Sample(means =>
        {
            double Statistic(int d)
            {
                var rest = means[d..];
                var mean = rest.Average();
                return rest.Sum(value => (value - mean) * (value - mean)) / rest.Length / rest.Length;
            }

            var truncation = (int)Batches(means).Truncation();

            (truncation % 5).ShouldBe(0);
            (truncation / 5).ShouldBeInRange(0, means.Length / 2);
            Statistic(truncation / 5).ShouldBe(Enumerable.Range(0, (means.Length / 2) + 1).Min(Statistic), 1e-9);
        });

    [Fact]
    public void A_long_series_is_held_in_constant_memory_and_its_warm_up_found()
    {
        // 1,000,000 observations around 10, above it by 50 at first, which fades with a time constant of 20,000.
        var random = RandomStream.For(1, 0, 0);
        var mser = new Mser5();
        for (var i = 0; i < 1_000_000; i++)
        {
            mser.Add(10 + (50 * Math.Exp(-i / 20_000.0)) + random.NextNormal());
        }

        mser.BatchSize.ShouldBe(80); // 5 doubled at 100,000, 200,000, 400,000, 800,000
        (mser.Truncation() % 80).ShouldBe(0);
        // At the truncation the bias left is far below the noise of one observation: at least four time constants.
        mser.Truncation().ShouldBeInRange(80_000, 250_000);
    }

    private static Mser5 Batches(params double[] means)
    {
        var mser = new Mser5();
        foreach (var mean in means)
        {
            // Five observations with that mean, and two of a batch that stays open.
            for (var i = -2; i <= 2; i++)
            {
                mser.Add(mean + i);
            }
        }
        mser.Add(1000);
        mser.Add(-1000);
        return mser;
    }
}
