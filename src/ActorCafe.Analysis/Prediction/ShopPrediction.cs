using System.Collections.Immutable;

namespace ActorCafe.Analysis.Prediction;

/// <summary>What queueing theory says of a shop before it is played: times in seconds, null where it says nothing.</summary>
public sealed record ShopPrediction
{
    public required string Shop { get; init; }

    /// <summary>The stages, in the order of <c>cafe.stages</c>.</summary>
    public required ImmutableArray<StagePrediction> Stages { get; init; }

    /// <summary>How far <see cref="TimeInShop"/> can be trusted.</summary>
    public required Exactness Exactness { get; init; }

    /// <summary>The mean time from order placed to coffee in hand, of the served.</summary>
    public double? TimeInShop { get; init; }

    /// <summary>How the whole is made of the stages, or what stands in the way.</summary>
    public required string Why { get; init; }

    /// <summary>Orders an hour when customers never stop coming; null where no stage takes time.</summary>
    public double? CapacityPerHour { get; init; }

    /// <summary>What keeps the capacity from being reached, in words; null where it is.</summary>
    public string? CapacityAtMost { get; init; }

    /// <summary>The stage that sets the capacity.</summary>
    public string? Bottleneck { get; init; }

    /// <summary>From opening to the last departure, where all times are constant.</summary>
    public double? Makespan { get; init; }

    /// <summary>The stages to which more work comes than can be done there.</summary>
    public IEnumerable<StagePrediction> Overloaded => Stages.Where(stage => stage.Overload is not null);
}

/// <summary>How far a prediction can be trusted.</summary>
public enum Exactness
{
    /// <summary>There is no prediction.</summary>
    None,

    /// <summary>Some percent off, or more.</summary>
    Approximate,

    /// <summary>The long-run mean itself.</summary>
    Exact,
}
