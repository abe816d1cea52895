using System.Collections.Immutable;
using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage at which orders arrive as a Poisson process and none is lost.</summary>
internal static class PoissonStage
{
    public static StageSolution Predict(QueueingNetwork network, LoadedStage at)
    {
        if (at.Demand.Stage.QueueCapacity is not null)
        {
            return LimitedRoom(at);
        }

        if (!at.Arrivals.DrinksAreIndependent && !at.Demand.IsAlikeFor(network.Drinks))
        {
            return ApproximateStage.Predict(at, "a priority has changed the order of the drinks");
        }

        if (at.Demand is { HasPriorities: true, IsRemade: true, IsRemadeAlike: false })
        {
            return ApproximateStage.Predict(at, "the order of service decides how soon orders return to be remade");
        }

        return at.IsExponential ? Exponential(at) : General(at);
    }

    /// <summary>A first stage with limited room: customers who find it full wait outside, in the same order.</summary>
    private static StageSolution LimitedRoom(LoadedStage at)
    {
        var room = at.Demand.Stage.QueueCapacity!.Value;
        if (!at.IsExponential || !at.Demand.Stage.HasOneQueue || at.Demand.IsRemade || at.Demand.HasPriorities)
        {
            return at.NoFormula($"a part of the wait is outside (cafe.stage.{at.Name}.queue-capacity = {room}, when-full = block)", at.ApproximateDepartures());
        }

        var inside = ErlangC.MeanQueueLength(at.Workers, at.Gap, at.Demand.Occupied, room) * at.Gap;
        var why = $"customers come as a Poisson process, times are exponential, {Routers.InWords(at.Demand.Stage)}; customers who find {room} waiting inside wait outside";
        return new StageSolution(at.WithWait($"M/M/{at.Workers}", why, Exactness.Exact, inside), at.DeparturesAs(ArrivalKind.Poisson))
        {
            Number = () => at.NumberOfServers(),
            WaitOutside = ErlangC.MeanWait(at.Workers, at.Gap, at.Demand.Occupied) - inside,
        };
    }

    private static StageSolution Exponential(LoadedStage at)
    {
        var (stage, gap, service) = (at.Demand.Stage, at.Gap, at.Demand.Occupied);
        var why = $"{at.Comes}, times are exponential, {Routers.InWords(stage)}";
        var isPlain = !at.Demand.HasPriorities && !at.Demand.IsRemade;
        if (stage.HasOneQueue)
        {
            var wait = ErlangC.MeanWait(at.Workers, gap, service);
            double? p95 = isPlain ? ErlangC.WaitQuantile(at.Workers, gap, service, 0.95) : null;
            var prediction = at.WithWait($"M/M/{at.Workers}", why, Exactness.Exact, wait, p95) with { ByPriority = ByPriority(at, at.Workers) };
            return new StageSolution(prediction, at.DeparturesAs(ArrivalKind.Poisson)) { Number = () => at.NumberOfServers() };
        }

        if (stage.Router == Routers.Random)
        {
            var each = RandomSplitting.Gap(at.Workers, gap);
            var wait = RandomSplitting.MeanWait(at.Workers, gap, service);
            double? p95 = isPlain ? ErlangC.WaitQuantile(1, each, service, 0.95) : null;
            return new StageSolution(at.WithWait($"{at.Workers} x M/M/1", $"{why}: each has a Poisson process of its own", Exactness.Exact, wait, p95), at.DeparturesAs(ArrivalKind.Poisson)) { Number = () => at.NumberOfServers() };
        }

        if (at.Demand.IsRemade)
        {
            return ApproximateStage.Predict(at, "orders that are remade take turns with the others");
        }

        var turn = InterArrivalTime.Poisson(gap).Every(at.Workers);
        double? quantile = isPlain ? GeneralArrivals.WaitQuantile(turn, service, 0.95) : null;
        return new StageSolution(
            at.WithWait($"{at.Workers} x E{at.Workers}/M/1", $"{why}: each gets one in {at.Workers} of a Poisson process", Exactness.Exact, RoundRobin.MeanWait(at.Workers, gap, service), quantile),
            at.ApproximateDepartures());
    }

    private static StageSolution General(LoadedStage at)
    {
        var stage = at.Demand.Stage;
        if (at.Demand.IsInSequence)
        {
            return ApproximateStage.Predict(at, "times in a fixed sequence are not independent of each other");
        }

        if (at.Demand.IsRemade)
        {
            return ApproximateStage.Predict(at, $"orders are remade and {at.Demand.NotExponential}");
        }

        if (stage.Router == Routers.Shared && !at.Demand.Stays && ErlangC.WaitingProbability(at.Workers, at.Load) < NumberInSystem.LeftOut)
        {
            return new StageSolution(
                at.WithWait("M/G/∞", $"{at.Comes}, and there is a worker for everyone, so only the mean of the times matters", Exactness.Exact, 0, 0),
                at.DeparturesAs(ArrivalKind.Poisson))
            { Number = () => NumberInSystem.WithoutWaiting(at.Load) };
        }

        var why = $"{at.Comes}, {Routers.InWords(stage)}, and {at.Demand.NotExponential}";
        if (at.Workers == 1)
        {
            var ranks = ByPriority(at, 1);
            var wait = ranks.IsEmpty ? PollaczekKhinchine.MeanWait(at.Gap, at.Demand.Occupied, at.Demand.Variance) : MeanOfRanks(at, ranks);
            return new StageSolution(at.WithWait($"M/{at.Service}/1", why, Exactness.Exact, wait) with { ByPriority = ranks }, at.ApproximateDepartures());
        }

        return stage.Router == Routers.Random
            ? new StageSolution(at.WithWait($"{at.Workers} x M/{at.Service}/1", why, Exactness.Exact, RandomSplitting.MeanWait(at.Workers, at.Gap, at.Demand.Occupied, at.Demand.Variance)), at.ApproximateDepartures())
            : ApproximateStage.Predict(at, at.Demand.NotExponential!);
    }

    private static ImmutableArray<PriorityPrediction> ByPriority(LoadedStage at, int servers)
    {
        if (!at.Demand.HasPriorities || at.Demand.IsRemade || !at.Arrivals.DrinksAreIndependent)
        {
            return [];
        }

        var ranks = PriorityRank.Of(at);
        var waits = at.IsExponential
            ? Priorities.MeanWaits(servers, [.. ranks.Select(rank => rank.Gap)], at.Demand.Occupied)
            : Priorities.MeanWaits([.. ranks.Select(rank => (rank.Gap, rank.Service, rank.Variance))]);
        return [.. ranks.Zip(waits, (rank, wait) => new PriorityPrediction(rank.Priority, wait))];
    }

    private static double MeanOfRanks(LoadedStage at, ImmutableArray<PriorityPrediction> ranks) =>
        at.Demand.Drinks.Sum(drink => drink.Route.Share * drink.Times.Visits * ranks.First(rank => rank.Priority == drink.Route.Drink.Priority).Wait) / at.Demand.Visits;
}
