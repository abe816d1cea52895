using System.Collections.Immutable;

namespace ActorCafe.Analysis.Prediction;

/// <summary>What queueing theory predicts for a stage.</summary>
public sealed record StagePrediction
{
    public required string Name { get; init; }

    public required int Workers { get; init; }

    /// <summary>The model in Kendall's notation, such as <c>M/M/3</c>; null if there is none.</summary>
    public string? Model { get; init; }

    /// <summary>Why this model applies, or why none does.</summary>
    public required string Why { get; init; }

    public Exactness Exactness { get; init; }

    /// <summary>The share of worker time spent in service.</summary>
    public double? Utilisation { get; init; }

    /// <summary>Mean seconds from entering the queue to the first start of service.</summary>
    public double? Wait { get; init; }

    /// <summary>Mean seconds from the start of a service to its end in which it is interrupted, by breakdowns or by orders of higher priority.</summary>
    public double Interrupted { get; init; }

    /// <summary>The 95th percentile of the wait, in seconds.</summary>
    public double? WaitP95 { get; init; }

    /// <summary>Mean number of waiting orders.</summary>
    public double? QueueLength { get; init; }

    /// <summary>The share of time that a worker is being repaired.</summary>
    public double? Down { get; init; }

    /// <summary>The share of arriving orders that are rejected or renege.</summary>
    public double? Lost { get; init; }

    /// <summary>By how much arrivals exceed the stage's capacity, in words; null if they do not.</summary>
    public string? Overload { get; init; }

    /// <summary>The mean wait of each priority, highest first; empty where priorities make no difference.</summary>
    public ImmutableArray<PriorityPrediction> ByPriority { get; init; } = [];
}

/// <summary>The predicted wait of drinks of one priority.</summary>
/// <param name="Priority">The priority on the menu.</param>
/// <param name="Wait">Mean seconds.</param>
public sealed record PriorityPrediction(int Priority, double Wait)
{
    /// <summary>Mean seconds from entering the queue to the end of the service, where that may be interrupted; null elsewhere.</summary>
    public double? Response { get; init; }
}
