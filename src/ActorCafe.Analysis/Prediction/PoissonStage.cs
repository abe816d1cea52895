using System.Collections.Immutable;
using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage to which orders come as a Poisson stream, with room for all.</summary>
internal static class PoissonStage
{
    public static StageOutcome Predict(ShopWork work, StageCase at)
    {
        if (!at.In.DrinksAreIndependent && !at.Work.IsAlikeFor(work.Sold))
        {
            return ApproximateStage.Predict(at, "drinks come in an order that a priority has changed");
        }

        if (at.Work is { IsRanked: true, IsRemade: true, IsRemadeAlike: false })
        {
            return ApproximateStage.Predict(at, "who goes first decides how soon orders come back to be made again");
        }

        return at.IsExponential ? Exponential(at) : General(at);
    }

    private static StageOutcome Exponential(StageCase at)
    {
        var (stage, gap, service) = (at.Work.Stage, at.Gap, at.Work.Occupied);
        var why = $"{Comes(at)}, times are exponential, {Routers.InWords(stage)}";
        var isPlain = !at.Work.IsRanked && !at.Work.IsRemade;
        if (Routers.IsOneQueue(stage))
        {
            var wait = ErlangC.MeanWait(at.Workers, gap, service);
            double? p95 = isPlain ? ErlangC.WaitQuantile(at.Workers, gap, service, 0.95) : null;
            var prediction = at.Waiting($"M/M/{at.Workers}", why, Exactness.Exact, wait, p95) with { Ranks = Ranks(at, at.Workers) };
            return new StageOutcome(prediction, at.Passing(StreamKind.Poisson));
        }

        if (stage.Router == Routers.Random)
        {
            var each = RandomSplitting.Gap(at.Workers, gap);
            var wait = RandomSplitting.MeanWait(at.Workers, gap, service);
            double? p95 = isPlain ? ErlangC.WaitQuantile(1, each, service, 0.95) : null;
            return new StageOutcome(at.Waiting($"{at.Workers} x M/M/1", $"{why}: each has a Poisson stream of its own", Exactness.Exact, wait, p95), at.Passing(StreamKind.Poisson));
        }

        if (at.Work.IsRemade)
        {
            return ApproximateStage.Predict(at, "orders that are made again come in turn with the others");
        }

        var turn = InterArrivalTime.Poisson(gap).Every(at.Workers);
        double? quantile = isPlain ? GeneralArrivals.WaitQuantile(turn, service, 0.95) : null;
        return new StageOutcome(
            at.Waiting($"{at.Workers} x E{at.Workers}/M/1", $"{why}: each gets one in {at.Workers} of a Poisson stream", Exactness.Exact, RoundRobin.MeanWait(at.Workers, gap, service), quantile),
            at.PassingAbout());
    }

    private static StageOutcome General(StageCase at)
    {
        var stage = at.Work.Stage;
        if (at.Work.IsInSequence)
        {
            return ApproximateStage.Predict(at, "times in a fixed sequence are not independent of each other");
        }

        if (at.Work.IsRemade)
        {
            return ApproximateStage.Predict(at, $"orders are made again and {at.Work.NotExponential}");
        }

        var why = $"{Comes(at)}, {Routers.InWords(stage)}, and {at.Work.NotExponential}";
        if (at.Workers == 1)
        {
            var ranks = Ranks(at, 1);
            var wait = ranks.IsEmpty ? PollaczekKhinchine.MeanWait(at.Gap, at.Work.Occupied, at.Work.Variance) : MeanOfRanks(at, ranks);
            return new StageOutcome(at.Waiting($"M/{at.Service}/1", why, Exactness.Exact, wait) with { Ranks = ranks }, at.PassingAbout());
        }

        return stage.Router == Routers.Random
            ? new StageOutcome(at.Waiting($"{at.Workers} x M/{at.Service}/1", why, Exactness.Exact, RandomSplitting.MeanWait(at.Workers, at.Gap, at.Work.Occupied, at.Work.Variance)), at.PassingAbout())
            : ApproximateStage.Predict(at, at.Work.NotExponential!);
    }

    private static string Comes(StageCase at) => at switch
    {
        { In.Origin: "customers", Work.IsRemade: true } => "customers come as a Poisson stream and some orders are made again (Jackson)",
        { In.Origin: "customers" } => "customers come as a Poisson stream",
        { Work.IsRemade: true } => $"what {at.In.Origin} passes on is a Poisson stream and some orders are made again (Jackson)",
        _ => $"what {at.In.Origin} passes on is a Poisson stream (Burke)",
    };

    private static ImmutableArray<RankPrediction> Ranks(StageCase at, int servers)
    {
        if (!at.Work.IsRanked || at.Work.IsRemade)
        {
            return [];
        }

        var ranks = at.Work.Drinks.GroupBy(drink => drink.Sold.Drink.Priority).OrderByDescending(rank => rank.Key)
            .Select(rank => (Priority: rank.Key, Times: rank.Aggregate(default(VisitTimes), (sum, drink) => sum + (drink.Sold.Weight * drink.Times)))).ToArray();
        double GapOf(VisitTimes times) => at.Gap * at.Work.Visits / times.Visits;
        var waits = at.IsExponential
            ? Priorities.MeanWaits(servers, [.. ranks.Select(rank => GapOf(rank.Times))], at.Work.Occupied)
            : Priorities.MeanWaits([.. ranks.Select(rank => (GapOf(rank.Times), Mean(rank.Times), Variance(rank.Times)))]);
        return [.. ranks.Zip(waits, (rank, wait) => new RankPrediction(rank.Priority, wait))];
    }

    private static double MeanOfRanks(StageCase at, ImmutableArray<RankPrediction> ranks) =>
        at.Work.Drinks.Sum(drink => drink.Sold.Weight * drink.Times.Visits * ranks.First(rank => rank.Priority == drink.Sold.Drink.Priority).Wait) / at.Work.Visits;

    private static double Mean(VisitTimes times) => times.Occupied / times.Visits;

    private static double Variance(VisitTimes times) => Math.Max(0, (times.OccupiedSquared / times.Visits) - (Mean(times) * Mean(times)));
}
