using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class InitialTransientTests
{
    private const int Allowance = InitialTransient.Allowance;

    [Fact]
    public void A_transient_of_two_batches_worked_by_hand()
    {
        // 20, 11, then 1 and 2 in turn. Squares about the mean of the rest / (number of the rest)², in units of a batch:
        // all 100: 451.3 / 100² = 0.0451; without 1: 114.2 / 99² = 0.0117; without 2: 24.5 / 98² = 0.00255;
        // without 3: 24.25 / 97² = 0.00258. Leftmost minimum: two batches of three items each.
        Series(3, [20, 11, .. Enumerable.Range(0, 98).Select(at => 1.0 + (at % 2))]).WarmUp().ShouldBe((Allowance * 2 * 3, true));
    }

    [Fact]
    public void The_first_minimum_counts_even_if_a_later_one_is_lower()
    {
        // Steady from the second batch on, but for a burst in batches 41 to 45, after which the rest has no variance at all.
        Series(1, [90, .. Enumerable.Range(2, 99).Select(batch => batch is > 40 and <= 45 ? 80.0 : 10)]).WarmUp().ShouldBe((Allowance, true));
    }

    [Fact]
    public void Nothing_is_left_out_of_a_steady_series_nor_of_an_empty_one()
    {
        Series(1, [.. Enumerable.Repeat(7.0, InitialTransient.Batches)]).WarmUp().ShouldBe((0, true));
        new InitialTransient(200).WarmUp().ShouldBe((0, true));
    }

    [Fact]
    public void A_series_that_grows_all_along_is_too_short_to_tell() =>
        Series(1, [.. Enumerable.Range(1, InitialTransient.Batches).Select(batch => (double)batch)]).WarmUp().IsLongEnough.ShouldBeFalse();

    [Fact]
    public void Batches_without_items_keep_the_others_in_their_places()
    {
        // Batch 2 is missing: the transient lasts to the end of batch 3.
        var series = new InitialTransient(100);
        foreach (var number in Enumerable.Range(1, 100).Where(number => number != 2))
        {
            series.Add(number, number <= 3 ? 50 : 10 + (number % 2));
        }

        series.WarmUp().ShouldBe((Allowance * 3, true));
    }

    [Fact]
    public void The_order_of_items_does_not_matter_and_items_beyond_the_end_are_ignored() =>
        Gen.Int[1, 1000].Array[500].Sample(numbers =>
        {
            var (ahead, back) = (new InitialTransient(800), new InitialTransient(800));
            foreach (var number in numbers)
            {
                ahead.Add(number, number <= 800 ? Math.Max(0, 30 - number) : 1e6);
            }

            foreach (var number in numbers.Where(number => number <= 800).Reverse())
            {
                back.Add(number, Math.Max(0, 30 - number));
            }

            back.WarmUp().ShouldBe(ahead.WarmUp());
        });

    [Fact]
    public void A_fading_transient_is_found_in_the_average_of_noisy_runs()
    {
        // Twenty runs of 8,000 around 10, above it by 20 at first, which fades with a time constant of 100. The noise of one item has a standard deviation of 5.
        var average = new InitialTransient(8000);
        for (var run = 0; run < 20; run++)
        {
            var random = RandomStream.For(1, 0, run);
            var series = new InitialTransient(8000);
            for (var number = 1; number <= 8000; number++)
            {
                series.Add(number, 10 + (20 * Math.Exp(-number / 100.0)) + (5 * random.NextNormal()));
            }

            average.Add(series);
        }

        // Four time constants would leave a fiftieth of the transient.
        var (items, isLongEnough) = average.WarmUp();
        isLongEnough.ShouldBeTrue();
        items.ShouldBeInRange(400, 4000);
    }

    [Fact]
    public void A_truncation_by_independent_runs_leaves_the_mean_of_a_busy_queue_unbiased()
    {
        // M/M/1 at a load of 0.9, by Lindley's recursion: 40 experiments of 10 runs, each with pilot runs of its own.
        const int Experiments = 40;
        var (holding, means) = (0, new List<double>());
        for (var experiment = 1; experiment <= Experiments; experiment++)
        {
            var average = new InitialTransient(2000);
            for (var pilot = 1; pilot <= 20; pilot++)
            {
                foreach (var (number, seconds) in Queue(experiment, -pilot, 2000))
                {
                    average.Add(number, seconds);
                }
            }

            var warmUp = average.WarmUp().Items;
            double[] runs = [.. Enumerable.Range(1, 10).Select(run => Queue(experiment, run, 20_000).Where(order => order.Number > warmUp).Average(order => order.Seconds))];
            var (low, high) = StudentT.Interval(runs, 0.95)!.Value;
            holding += low <= 540 && 540 <= high ? 1 : 0;
            means.AddRange(runs);
        }

        // The standard error of the mean of all 400 runs is about 3.7 s; by MSER-5 on each measured run the mean is about 20 s too low.
        means.Average().ShouldBe(540, 11);

        // Binomial: mean 38, standard deviation 1.4; with MSER-5 on each run about 33.
        holding.ShouldBeInRange(34, Experiments);
    }

    private static IEnumerable<(int Number, double Seconds)> Queue(int experiment, int run, int orders)
    {
        var random = RandomStream.For(experiment, 1, run);
        for (var (number, response) = (1, 0.0); number <= orders; number++)
        {
            response = Math.Max(0, response - (60 * random.NextExponential())) + (54 * random.NextExponential());
            yield return (number, response);
        }
    }

    private static InitialTransient Series(int batchSize, double[] means)
    {
        var series = new InitialTransient(batchSize * InitialTransient.Batches);
        for (var at = 0; at < means.Length * batchSize; at++)
        {
            // Items around the batch's mean.
            series.Add(at + 1, means[at / batchSize] + (at % batchSize) - ((batchSize - 1) / 2.0));
        }

        return series;
    }
}
