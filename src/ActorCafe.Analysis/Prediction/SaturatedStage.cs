using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The first stage of a saturated shop, where the next customer arrives as soon as a worker is free.</summary>
internal static class SaturatedStage
{
    public static StageSolution Predict(QueueingNetwork network, LoadedStage at)
    {
        if (network.ShareBeginning(at.Demand) < 1 - 1e-12 || !network.IsFirst(at.Demand))
        {
            return at.Unknown("customers come when the stage they begin at is free (cafe.customers.arrivals.process = saturated), and not all begin at this one");
        }

        var (times, occupied) = (at.Demand, at.Demand.Occupied);
        if (occupied == 0)
        {
            return at.Unknown("customers come as fast as they are called, and the work here takes no time");
        }

        if (times.Fails)
        {
            var rate = at.WorkersUp / occupied / times.VisitsPerArrival;
            return new StageSolution(at.Unknown($"the next customer comes when a worker is free (cafe.customers.arrivals.process = saturated), and there is no formula for workers who break down (cafe.stage.{at.Name}.breakdown) then").Prediction, at.DeparturesAs(ArrivalKind.Unknown) with { Rate = rate });
        }

        var prediction = new StagePrediction
        {
            Name = at.Name,
            Workers = at.Workers,
            Model = "always busy",
            Why = "the next customer comes when a worker is free (cafe.customers.arrivals.process = saturated), and never waits",
            Exactness = Exactness.Exact,
            Utilisation = times.Service / occupied,
            Wait = 0,
            WaitP95 = 0,
            QueueLength = 0,
        };
        return new StageSolution(prediction, Departures(at) with { Rate = at.Workers / occupied / times.VisitsPerArrival });
    }

    private static ArrivalProcess Departures(LoadedStage at)
    {
        if (at.IsExponential && !at.Demand.IsRemade)
        {
            return at.DeparturesAs(ArrivalKind.Poisson);
        }

        var legs = at.Demand.Drinks.SelectMany(drink => drink.Legs).ToArray();
        var time = legs[0].Steps[0].Service;
        var isOneTime = at.Workers == 1 && at.Demand is { IsRemade: false, Stays: false } && at.Demand.Stage.HandOverTime == TimeSpan.Zero
            && legs.All(leg => leg.Steps.Length == 1 && ReferenceEquals(leg.Steps[0].Service, time));
        if (isOneTime && InterArrivalTime.Of(time) is { } gap)
        {
            return at.DeparturesAs(ArrivalKind.Renewal) with { Gap = gap, Variability = at.Demand.Variability, Letter = "GI" };
        }

        return at.DeparturesAs(ArrivalKind.Approximate) with
        {
            Variability = StreamVariability.Departing(at.Workers, at.Workers, 1, at.Demand.Variability),
        };
    }
}
