using System.Collections.Immutable;
using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage at which an order interrupts the service of one with a lower priority.</summary>
internal static class PreemptiveStage
{
    public static StageSolution Predict(LoadedStage at) => WhyNot(at) is { } obstacle
        ? at.NoFormula($"no formula for orders that interrupt others (cafe.stage.{at.Name}.priority = preemptive) with {obstacle}", at.Arrivals.Kind == ArrivalKind.Unknown ? null : at.ApproximateDepartures())
        : Exact(at);

    private static string? WhyNot(LoadedStage at)
    {
        var stage = at.Demand.Stage;
        return at.Arrivals is not { Kind: ArrivalKind.Poisson, Batch: 1 } ? "orders that do not come as a Poisson process one by one"
            : !at.Arrivals.DrinksAreIndependent ? "drinks whose order a priority has changed"
            : stage.QueueCapacity is not null ? $"limited room (cafe.stage.{at.Name}.queue-capacity)"
            : at.Demand.IsRemade ? "orders that are remade"
            : at.Demand.IsInSequence ? "times in a fixed sequence"
            : at.Demand.IsHeld ? "workers who keep an order after its service, and are not interrupted meanwhile"
            : !stage.HasOneQueue && stage.Router != Routers.Random ? $"router = {stage.Router}"
            : stage.HasOneQueue && at.Workers > 1 && !at.IsExponential ? $"several workers, and {at.Demand.NotExponential}"
            : null;
    }

    private static StageSolution Exact(LoadedStage at)
    {
        var stage = at.Demand.Stage;
        var (times, servers, split) = stage.HasOneQueue ? ("", at.Workers, 1) : ($"{at.Workers} x ", 1, at.Workers);
        var ranks = PriorityRank.Of(at);
        var means = at.IsExponential
            ? PreemptivePriorities.Means(servers, [.. ranks.Select(rank => split * rank.Gap)], at.Demand.Occupied)
            : PreemptivePriorities.Means([.. ranks.Select(rank => (split * rank.Gap, rank.Service, rank.Variance))]);
        var wait = Mean(rank => rank.Wait);
        var interrupted = Mean(rank => rank.Response) - wait - at.Demand.Occupied;
        var why = $"{at.Comes}, {(at.IsExponential ? "times are exponential, " : "")}{Routers.InWords(stage)}, and an order interrupts those of lower priority, which are resumed (White and Christie)";
        var prediction = at.WithWait($"{times}M/{at.Service}/{servers} preempts", why, Exactness.Exact, wait) with
        {
            // Interrupted orders wait in the queue again.
            QueueLength = (wait + interrupted) * at.Rate,
            Interrupted = interrupted,
            ByPriority = [.. ranks.Zip(means, (rank, mean) => new PriorityPrediction(rank.Priority, mean.Wait) { Response = mean.Response })],
        };
        // Who is served first does not change how many exponential services end: Burke's theorem holds for all orders together.
        return at.IsExponential
            ? new StageSolution(prediction, at.DeparturesAs(ArrivalKind.Poisson)) { Number = () => at.NumberOfServers() }
            : new StageSolution(prediction, at.ApproximateDepartures());

        double Mean(Func<RankMeans, double> value) => ranks.Zip(means, (rank, mean) => value(mean) / rank.Gap).Sum() * at.Gap;
    }
}

/// <summary>The orders of one priority at a stage.</summary>
/// <param name="Priority">The priority on the menu.</param>
/// <param name="Gap">Mean seconds between their visits.</param>
/// <param name="Service">Mean seconds that a visit occupies a worker.</param>
/// <param name="Variance">Its variance, in seconds squared.</param>
internal sealed record PriorityRank(int Priority, double Gap, double Service, double Variance)
{
    /// <summary>The ranks at a stage, highest first.</summary>
    public static ImmutableArray<PriorityRank> Of(LoadedStage at) =>
    [
        .. at.Demand.Drinks.GroupBy(drink => drink.Route.Drink.Priority).OrderByDescending(rank => rank.Key).Select(rank =>
        {
            var times = rank.Aggregate(default(VisitTimes), (sum, drink) => sum + (drink.Route.Share * drink.Times));
            var mean = times.Occupied / times.Visits;
            return new PriorityRank(rank.Key, at.Gap * at.Demand.Visits / times.Visits, mean, Math.Max(0, (times.OccupiedSquared / times.Visits) - (mean * mean)));
        }),
    ];
}
