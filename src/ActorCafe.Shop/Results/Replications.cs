using System.Collections.Immutable;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Observation;

namespace ActorCafe.Shop.Results;

/// <summary>Combines several independent runs: means of their values, the largest of maxima, sums of counts, Student-t intervals.</summary>
internal static class Replications
{
    /// <param name="runs">The runs in their order, one or more.</param>
    /// <param name="seed">The seed that all runs were derived from.</param>
    /// <param name="confidence">The level of the intervals, within (0, 1).</param>
    public static ShopResult Combine(IReadOnlyList<ShopResult> runs, long seed, double confidence)
    {
        if (runs.Count == 1)
        {
            return runs[0];
        }

        var first = runs[0];
        double? Mean(Func<ShopResult, double?> value) => runs.Average(value);
        long Sum(Func<ShopResult, long> value) => runs.Sum(value);
        Interval? Ci(Func<ShopResult, double?> value) => StudentT.Interval([.. runs.Select(value).OfType<double>()], confidence).AsInterval();
        Level LevelOf(Func<ShopResult, Level> level) => new(Mean(run => level(run).Mean), runs.Max(run => level(run).Max));

        var stages = first.Stages.Select((stage, at) => new StageResult(
            stage.Name,
            stage.Workers,
            Sum(run => run.Stages[at].Arrivals),
            Sum(run => run.Stages[at].Completions),
            Sum(run => run.Stages[at].Rejected),
            Mean(run => run.Stages[at].Utilisation),
            Mean(run => run.Stages[at].Blocked),
            Mean(run => run.Stages[at].HandOver),
            new MeanOnly(Mean(run => run.Stages[at].ServiceTime.Mean)),
            new WaitingTime(Mean(run => run.Stages[at].WaitingTime.Mean), Ci(run => run.Stages[at].WaitingTime.Mean), Mean(run => run.Stages[at].WaitingTime.P95)),
            LevelOf(run => run.Stages[at].QueueLength))
        { Reneged = Sum(run => run.Stages[at].Reneged), Staying = Mean(run => run.Stages[at].Staying), Down = Mean(run => run.Stages[at].Down) }).ToArray();

        return first with
        {
            Seed = seed,
            Replications = runs.Count,
            Orders = new OrderCounts(Sum(run => run.Orders.Arrived), Sum(run => run.Orders.Served), Sum(run => run.Orders.Rejected), Sum(run => run.Orders.Reneged), Sum(run => run.Orders.Unserved)),
            Makespan = Mean(run => run.Makespan),
            ThroughputPerHour = Mean(run => run.ThroughputPerHour),
            ResponseTime = new ResponseTime(
                Mean(run => run.ResponseTime.Mean),
                Ci(run => run.ResponseTime.Mean),
                Mean(run => run.ResponseTime.P50),
                Mean(run => run.ResponseTime.P95),
                Mean(run => run.ResponseTime.P99),
                runs.Max(run => run.ResponseTime.Max),
                Mean(run => run.ResponseTime.Std)),
            Stages = [.. stages],
            Drinks = [.. first.Drinks.Select((drink, at) => new DrinkResult(drink.Name, Sum(run => run.Drinks[at].Served), new MeanOnly(Mean(run => run.Drinks[at].ResponseTime.Mean))))],
            Bottleneck = Bottleneck.Of(stages),
            Concurrency = LevelOf(run => run.Concurrency),
            Parallelism = LevelOf(run => run.Parallelism),
            OrderQueue = LevelOf(run => run.OrderQueue),
            PickUpQueue = LevelOf(run => run.PickUpQueue),
            InShop = new InShop(Mean(run => run.InShop.Mean), runs.Max(run => run.InShop.Max), MeanOf([.. runs.Select(run => run.InShop.Probabilities).OfType<ImmutableArray<double>>()])),
            LittlesLaw = new LittlesLaw(Mean(run => run.LittlesLaw.MeanInShop), Mean(run => run.LittlesLaw.ThroughputTimesResponse), Mean(run => run.LittlesLaw.RelativeError)),
            Events = Sum(run => run.Events),
            Checksum = Checksum.Of(runs.Select(run => run.Checksum)),
            WarmUp = (long)Math.Round(runs.Average(run => run.WarmUp)),
            Interrupted = runs.Any(run => run.Interrupted),
            Deserted = [.. runs.SelectMany(run => run.Deserted).Distinct()],
            Runs = [.. runs],
        };
    }

    /// <summary>The mean of several distributions; null if there are none. A number that a run did not reach has no probability there.</summary>
    private static ImmutableArray<double>? MeanOf(IReadOnlyList<ImmutableArray<double>> distributions) => distributions.Count == 0 ? null :
    [
        .. Enumerable.Range(0, distributions.Max(one => one.Length)).Select(at => distributions.Average(one => one.ElementAtOrDefault(at))),
    ];
}
