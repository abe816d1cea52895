using System.Collections.Immutable;

namespace ActorCafe.Analysis.Prediction;

/// <summary>What queueing theory says of a stage.</summary>
public sealed record StagePrediction
{
    public required string Name { get; init; }

    public required int Workers { get; init; }

    /// <summary>The model's name, such as <c>M/M/3</c>; null where there is none.</summary>
    public string? Model { get; init; }

    /// <summary>Why it is that model, or what stands in the way.</summary>
    public required string Why { get; init; }

    public Exactness Exactness { get; init; }

    /// <summary>The share of its workers' time spent in service.</summary>
    public double? Utilisation { get; init; }

    /// <summary>Mean seconds from entering the queue to the beginning of service.</summary>
    public double? Wait { get; init; }

    /// <summary>The wait that 95 of 100 do not exceed, in seconds.</summary>
    public double? WaitP95 { get; init; }

    /// <summary>Mean number waiting.</summary>
    public double? QueueLength { get; init; }

    /// <summary>The share of those who come that are turned away, or go when their patience ends.</summary>
    public double? Lost { get; init; }

    /// <summary>That more comes than can be done, in words; null where it is not so.</summary>
    public string? Overload { get; init; }

    /// <summary>The mean waits of ranks, the highest first, where <c>priority = on</c> makes them differ.</summary>
    public ImmutableArray<RankPrediction> Ranks { get; init; } = [];
}

/// <param name="Priority">As the menu has it.</param>
/// <param name="Wait">Mean seconds of waiting.</param>
public sealed record RankPrediction(int Priority, double Wait);
