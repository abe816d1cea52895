using System.Globalization;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Chooses the queueing model of a stage, given the arrivals at it.</summary>
internal static class StageTheory
{
    /// <summary>The prediction for a stage that has nothing to do.</summary>
    public static StagePrediction Idle(StageDemand stage)
    {
        var idle = new StagePrediction { Name = stage.Stage.Name, Workers = stage.Stage.Workers, Why = "no drink on the menu comes here", Utilisation = 0 };
        return stage.Drinks.IsEmpty ? idle : idle with
        {
            Model = "no time",
            Why = "the work here takes no time",
            Exactness = Exactness.Exact,
            Wait = 0,
            WaitP95 = 0,
            QueueLength = 0,
        };
    }

    public static StageSolution Predict(QueueingNetwork network, LoadedStage at)
    {
        if (ModelAssumptions.Violation(network, at.Demand) is { } obstacle)
        {
            return at.Unknown(obstacle);
        }

        if (network.HolderOf(at.Demand) is { } holder)
        {
            return NoQueue(at, holder);
        }

        if (network.Settings.Customers.Arrivals is ArrivalSettings.Saturated && network.ShareBeginning(at.Demand) > 0)
        {
            return SaturatedStage.Predict(network, at);
        }

        if (at.Arrivals.Rate is null)
        {
            return at.Unknown($"there is no formula for how orders come from {at.Arrivals.Origin}");
        }

        if (at.Demand.WorkPerOrder == 0)
        {
            return new StageSolution(Idle(at.Demand), at.Arrivals with { Origin = at.Name });
        }

        if (at.Demand.Stage.Rejects || network.PatienceAt(at.Demand) is not null)
        {
            return LossStage.Predict(network, at);
        }

        // The margin allows for rounding: the formulas divide the same numbers in a different order.
        if (at.Load >= at.WorkersUp * (1 - 1e-12))
        {
            return Overloaded(at);
        }

        if (at.Demand.Stage.Router == Routers.Shortest && at.Workers > 1)
        {
            return at.NoFormula("there is no formula for orders that join the shortest queue (router = shortest-queue-pool): they wait longer than in one queue, and less than at random", at.ApproximateDepartures());
        }

        if (at.Demand.Fails)
        {
            return FailingStage.Predict(at);
        }

        if (at.Demand.Preempts)
        {
            return PreemptiveStage.Predict(at);
        }

        return at.Arrivals switch
        {
            { Kind: ArrivalKind.Unknown } => at.NoFormula(at.Arrivals.Origin == "customers"
                ? "gaps in a fixed sequence (cafe.customers.arrivals.distribution) do not come independently of each other"
                : $"there is no formula for how orders come from {at.Arrivals.Origin}"),
            { Batch: > 1 } => BatchStage.Predict(at),
            { Kind: ArrivalKind.Poisson } => PoissonStage.Predict(network, at),
            { Kind: ArrivalKind.Renewal } => RenewalStage.Predict(at),
            _ => ApproximateStage.Predict(at),
        };
    }

    /// <summary>Whether Poisson arrivals at a stage leave it as a Poisson process (Burke), with each order's drink still independent of the others.</summary>
    public static bool KeepsPoisson(QueueingNetwork network, StageDemand stage) =>
        stage is { NotExponential: null, HasPriorities: false, Fails: false, Stage.QueueCapacity: null }
        && (stage.Stage.HasOneQueue || stage.Stage.Router == Routers.Random)
        && ModelAssumptions.Violation(network, stage) is null
        && network.PatienceAt(stage) is null;

    private static StageSolution NoQueue(LoadedStage at, StageDemand holder)
    {
        var why = $"a worker of {holder.Stage.Name} stays with every order that comes here, and each has a worker, so nobody waits";
        return new StageSolution(
            new StagePrediction
            {
                Name = at.Name,
                Workers = at.Workers,
                Model = "no queue",
                Why = why,
                Exactness = Exactness.Exact,
                Utilisation = at.Arrivals.Rate is null ? null : at.Rate * at.Demand.Service / at.Workers,
                Wait = 0,
                WaitP95 = 0,
                QueueLength = 0,
            },
            at.DeparturesAs(at.Arrivals.Rate is null ? ArrivalKind.Unknown : ArrivalKind.Approximate));
    }

    private static StageSolution Overloaded(LoadedStage at)
    {
        var most = at.WorkersUp / at.Demand.Occupied;
        var overload = string.Create(CultureInfo.InvariantCulture, $"{3600 * at.Rate:0.0} orders per hour arrive at {at.Name}, which can serve {3600 * most:0.0}");
        var kind = at.Demand.HasPriorities || at.Demand.Fails || at.Arrivals.Kind == ArrivalKind.Unknown ? ArrivalKind.Unknown
            : at.IsExponential && !at.Demand.IsRemade ? ArrivalKind.Poisson
            : ArrivalKind.Approximate;
        return new StageSolution(
            new StagePrediction
            {
                Name = at.Name,
                Workers = at.Workers,
                Model = "overloaded",
                Why = $"{overload}: no steady state, the queue grows as long as customers come",
                Utilisation = at.Demand.Service / at.Demand.Occupied * at.Demand.Stage.Availability,
                Down = at.Demand.Fails ? 1 - at.Demand.Stage.Availability : null,
                Overload = overload,
            },
            (kind == ArrivalKind.Approximate ? at.ApproximateDepartures() : at.DeparturesAs(kind)) with { Rate = most / at.Demand.VisitsPerArrival });
    }
}
