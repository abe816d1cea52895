using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage and who comes to it: what every model is made from.</summary>
internal sealed record StageCase(StageWork Work, CustomerStream In)
{
    public string Name => Work.Stage.Name;

    public int Workers => Work.Stage.Workers;

    /// <summary>Visits a second.</summary>
    public double Rate => In.Rate!.Value * Work.VisitsPerArrival;

    /// <summary>Mean seconds between visits.</summary>
    public double Gap => 1 / Rate;

    /// <summary>Workers kept busy.</summary>
    public double Load => Rate * Work.Occupied;

    public bool IsExponential => Work.NotExponential is null;

    /// <summary>The letter of the service: M, D or G.</summary>
    public string Service => IsExponential ? "M" : Work.IsConstant ? "D" : "G";

    /// <summary>A mean wait as a prediction, all else by Little's law.</summary>
    /// <param name="lost">The share that does not get in, or goes.</param>
    public StagePrediction Waiting(string model, string why, Exactness exactness, double wait, double? p95 = null, double lost = 0) => new()
    {
        Name = Name,
        Workers = Workers,
        Model = model,
        Why = why,
        Exactness = exactness,
        Utilisation = Rate * (1 - lost) * Work.Service / Workers,
        Wait = wait,
        WaitP95 = p95,
        QueueLength = wait * Rate * (1 - lost),
    };

    /// <summary>No wait can be told, but how busy the workers are: all who come are served.</summary>
    public StageOutcome NoFormula(string why, CustomerStream? output = null) => new(
        new StagePrediction { Name = Name, Workers = Workers, Why = why, Utilisation = Rate * Work.Service / Workers },
        output ?? Passing(StreamKind.Unknown));

    /// <summary>Nothing can be told, nor how many it passes on.</summary>
    public StageOutcome Nothing(string why) => new(
        new StagePrediction { Name = Name, Workers = Workers, Why = why },
        Passing(StreamKind.Unknown) with { Rate = null });

    /// <summary>What it passes on.</summary>
    public CustomerStream Passing(StreamKind kind) => new(kind, In.Rate, Name)
    {
        Letter = kind == StreamKind.Poisson ? "M" : "G",
        DrinksAreIndependent = In.DrinksAreIndependent && !Work.IsRanked,
    };

    /// <summary>What it passes on, about as irregular as Whitt says.</summary>
    public CustomerStream PassingAbout() => Passing(StreamKind.Approximate) with
    {
        Variability = StreamVariability.Departing(Workers, Load, In.Variability, Work.Variability),
    };
}
