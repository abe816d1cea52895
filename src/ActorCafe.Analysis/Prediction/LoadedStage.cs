using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage and the arrivals at it: what every queueing model is built from.</summary>
internal sealed record LoadedStage(StageDemand Demand, ArrivalProcess Arrivals)
{
    public string Name => Demand.Stage.Name;

    public int Workers => Demand.Stage.Workers;

    /// <summary>Visits per second.</summary>
    public double Rate => Arrivals.Rate!.Value * Demand.VisitsPerArrival;

    /// <summary>Mean seconds between visits.</summary>
    public double Gap => 1 / Rate;

    /// <summary>Offered load: the mean number of busy workers if all visits are served.</summary>
    public double Load => Rate * Demand.Occupied;

    /// <summary>The mean number of workers that are not being repaired.</summary>
    public double WorkersUp => Workers * Demand.Stage.Availability;

    public bool IsExponential => Demand.NotExponential is null;

    /// <summary>Kendall's letter for the service time: M, D or G.</summary>
    public string Service => IsExponential ? "M" : Demand.IsConstant ? "D" : "G";

    /// <summary>How orders come as a Poisson process, in words.</summary>
    public string Comes => (Arrivals.Origin == "customers" ? "customers come as a Poisson process" : $"the output of {Arrivals.Origin} is a Poisson process")
        + (Demand.IsRemade ? " and some orders are remade (Jackson)" : Arrivals.Origin == "customers" ? "" : " (Burke)");

    /// <summary>Makes a prediction from a mean wait; the queue length follows by Little's law.</summary>
    /// <param name="lost">The share of orders that is rejected or reneges.</param>
    public StagePrediction WithWait(string model, string why, Exactness exactness, double wait, double? p95 = null, double lost = 0) => new()
    {
        Name = Name,
        Workers = Workers,
        Model = model,
        Why = why,
        Exactness = exactness,
        Utilisation = Rate * (1 - lost) * Demand.Service / Workers,
        Wait = wait,
        WaitP95 = p95,
        QueueLength = wait * Rate * (1 - lost),
    };

    /// <summary>Predicts utilisation only: every order is served, but no formula gives the wait.</summary>
    public StageSolution NoFormula(string why, ArrivalProcess? output = null) => new(
        new StagePrediction { Name = Name, Workers = Workers, Why = why, Utilisation = Rate * Demand.Service / Workers },
        output ?? DeparturesAs(ArrivalKind.Unknown));

    /// <summary>Predicts nothing, not even the rate at which orders leave.</summary>
    public StageSolution Unknown(string why) => new(
        new StagePrediction { Name = Name, Workers = Workers, Why = why },
        DeparturesAs(ArrivalKind.Unknown) with { Rate = null });

    /// <summary>The number of orders at exponential workers, with one queue or dealt out at random; null if the distribution is too long.</summary>
    public NumberInSystem? NumberOfServers()
    {
        if (Demand.Stage.HasOneQueue)
        {
            return NumberInSystem.OfServers(Workers, Gap, Demand.Occupied);
        }

        var each = NumberInSystem.OfServers(1, RandomSplitting.Gap(Workers, Gap), Demand.Occupied);
        return each is null ? null : Enumerable.Repeat(each, Workers - 1).Aggregate((NumberInSystem?)each, (sum, worker) => sum?.Plus(worker));
    }

    /// <summary>The departures, at the rate of the arrivals.</summary>
    public ArrivalProcess DeparturesAs(ArrivalKind kind) => new(kind, Arrivals.Rate, Name)
    {
        Letter = kind == ArrivalKind.Poisson ? "M" : "G",
        DrinksAreIndependent = Arrivals.DrinksAreIndependent && !Demand.HasPriorities,
    };

    /// <summary>The departures, with a variability approximated as in Whitt (1983).</summary>
    public ArrivalProcess ApproximateDepartures() => DeparturesAs(ArrivalKind.Approximate) with
    {
        Variability = StreamVariability.Departing(Workers, Load, Arrivals.Variability, Demand.Variability),
    };
}

/// <summary>A stage's prediction, and what it means for the stages behind it.</summary>
/// <param name="Prediction">The stage's own prediction.</param>
/// <param name="Departures">The orders that it passes on.</param>
internal sealed record StageSolution(StagePrediction Prediction, ArrivalProcess Departures)
{
    /// <summary>Mean seconds that an order waits for room before it enters the queue.</summary>
    public double WaitOutside { get; init; }

    /// <summary>The distribution of the number of orders at the stage, those outside included; null if no formula gives it.</summary>
    public Func<NumberInSystem?>? Number { get; init; }
}
