using System.Globalization;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Which model a stage is, given who comes to it.</summary>
internal static class OpenStage
{
    /// <summary>A stage that has nothing to do.</summary>
    public static StagePrediction Idle(StageWork stage)
    {
        var idle = new StagePrediction { Name = stage.Stage.Name, Workers = stage.Stage.Workers, Why = "no drink that is sold comes here", Utilisation = 0 };
        return stage.Drinks.IsEmpty ? idle : idle with
        {
            Model = "no time",
            Why = "what is done here takes no time",
            Exactness = Exactness.Exact,
            Wait = 0,
            WaitP95 = 0,
            QueueLength = 0,
        };
    }

    public static StageOutcome Predict(ShopWork work, StageCase at)
    {
        var customers = work.Settings.Customers;
        if (Obstacles.Of(work, at.Work) is { } obstacle)
        {
            return at.Nothing(obstacle);
        }

        if (work.HolderOf(at.Work) is { } holder)
        {
            return Inside(at, holder);
        }

        if (customers.Arrivals is ArrivalSettings.Saturated && work.ShareBeginning(at.Work) > 0)
        {
            return CalledStage.Predict(work, at);
        }

        if (at.In.Rate is null)
        {
            return at.Nothing($"there is no formula for how orders come from {at.In.Origin}");
        }

        if (at.Work.Demand == 0)
        {
            return new StageOutcome(Idle(at.Work), at.In with { Origin = at.Name });
        }

        if (at.Work.Stage is { QueueCapacity: not null, WhenFull: WhenFull.Reject } || (customers.Patience is not null && work.ShareBeginning(at.Work) > 0))
        {
            return LossStage.Predict(work, at);
        }

        // But for rounding: the formulas divide the same numbers in other orders.
        if (at.Load >= at.Workers * (1 - 1e-12))
        {
            return Overloaded(at);
        }

        if (at.Work.Stage.Router == Routers.Shortest && at.Workers > 1)
        {
            return at.NoFormula("there is no formula for orders that join the shortest queue (router = shortest-queue-pool): they wait longer than in one queue, and less than at random", at.PassingAbout());
        }

        return at.In switch
        {
            { Kind: StreamKind.Unknown } => at.NoFormula(at.In.Origin == "customers"
                ? "gaps in a fixed sequence (cafe.customers.arrivals.distribution) do not come independently of each other"
                : $"there is no formula for how orders come from {at.In.Origin}"),
            { Batch: > 1 } => SpecialStage.InGroups(at),
            { Kind: StreamKind.Poisson } when at.Work.Stage.QueueCapacity is not null => SpecialStage.WithDoor(at),
            { Kind: StreamKind.Poisson } => PoissonStage.Predict(work, at),
            { Kind: StreamKind.Renewal } => RenewalStage.Predict(at),
            _ => ApproximateStage.Predict(at),
        };
    }

    /// <summary>Whether a Poisson stream that comes to a stage leaves it as one, drinks independent of each other.</summary>
    public static bool KeepsPoisson(ShopWork work, StageWork stage) =>
        stage is { NotExponential: null, IsRanked: false, Stage.QueueCapacity: null }
        && (Routers.IsOneQueue(stage.Stage) || stage.Stage.Router == Routers.Random)
        && Obstacles.Of(work, stage) is null
        && work.Settings.Customers.Patience is null;

    private static StageOutcome Inside(StageCase at, StageWork holder)
    {
        var why = $"a worker of {holder.Stage.Name} stays with every order that comes here, and there is a worker for each of them: nobody waits";
        return new StageOutcome(
            new StagePrediction
            {
                Name = at.Name,
                Workers = at.Workers,
                Model = "no queue",
                Why = why,
                Exactness = Exactness.Exact,
                Utilisation = at.In.Rate is null ? null : at.Rate * at.Work.Service / at.Workers,
                Wait = 0,
                WaitP95 = 0,
                QueueLength = 0,
            },
            at.Passing(at.In.Rate is null ? StreamKind.Unknown : StreamKind.Approximate));
    }

    private static StageOutcome Overloaded(StageCase at)
    {
        var most = at.Workers / at.Work.Occupied;
        var overload = string.Create(CultureInfo.InvariantCulture, $"{3600 * at.Rate:0.0} orders an hour come to {at.Name} and {3600 * most:0.0} can be done there");
        var kind = at.Work.IsRanked || at.In.Kind == StreamKind.Unknown ? StreamKind.Unknown
            : at.IsExponential && !at.Work.IsRemade ? StreamKind.Poisson
            : StreamKind.Approximate;
        return new StageOutcome(
            new StagePrediction
            {
                Name = at.Name,
                Workers = at.Workers,
                Model = "overloaded",
                Why = $"{overload}: no steady state, the queue grows as long as customers come",
                Utilisation = at.Work.Service / at.Work.Occupied,
                Overload = overload,
            },
            (kind == StreamKind.Approximate ? at.PassingAbout() : at.Passing(kind)) with { Rate = most / at.Work.VisitsPerArrival });
    }
}
