using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The first stage of a shop whose customers come whenever a worker there is free: it never rests.</summary>
internal static class CalledStage
{
    public static StageOutcome Predict(ShopWork work, StageCase at)
    {
        if (work.ShareBeginning(at.Work) < 1 - 1e-12 || !Capacity.IsFirst(work, at.Work))
        {
            return at.Nothing("customers come when the stage they begin at is free (cafe.customers.arrivals.process = saturated), and not all begin at this one");
        }

        var (times, occupied) = (at.Work, at.Work.Occupied);
        if (occupied == 0)
        {
            return at.Nothing("customers come as fast as they are called, and what is done here takes no time");
        }

        var prediction = new StagePrediction
        {
            Name = at.Name,
            Workers = at.Workers,
            Model = "always busy",
            Why = "the next customer comes when a worker is free (cafe.customers.arrivals.process = saturated), and waits for nobody",
            Exactness = Exactness.Exact,
            Utilisation = times.Service / occupied,
            Wait = 0,
            WaitP95 = 0,
            QueueLength = 0,
        };
        return new StageOutcome(prediction, Out(at) with { Rate = at.Workers / occupied / times.VisitsPerArrival });
    }

    private static CustomerStream Out(StageCase at)
    {
        if (at.IsExponential && !at.Work.IsRemade)
        {
            return at.Passing(StreamKind.Poisson);
        }

        var runs = at.Work.Drinks.SelectMany(drink => drink.Runs).ToArray();
        var time = runs[0].Steps[0].Service;
        var isOneTime = at.Workers == 1 && at.Work is { IsRemade: false, Stays: false } && at.Work.Stage.HandOverTime == TimeSpan.Zero
            && runs.All(run => run.Steps.Length == 1 && ReferenceEquals(run.Steps[0].Service, time));
        if (isOneTime && InterArrivalTime.Of(time) is { } gap)
        {
            return at.Passing(StreamKind.Renewal) with { Gap = gap, Variability = at.Work.Variability, Letter = "GI" };
        }

        return at.Passing(StreamKind.Approximate) with
        {
            Variability = StreamVariability.Departing(at.Workers, at.Workers, 1, at.Work.Variability),
        };
    }
}
