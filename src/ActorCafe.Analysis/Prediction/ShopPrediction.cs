using System.Collections.Immutable;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>What queueing theory predicts for a shop: times in seconds, null where there is no prediction.</summary>
public sealed record ShopPrediction
{
    public required string Shop { get; init; }

    /// <summary>The stages, in the order of <c>cafe.stages</c>.</summary>
    public required ImmutableArray<StagePrediction> Stages { get; init; }

    /// <summary>The exactness of <see cref="TimeInShop"/>.</summary>
    public required Exactness Exactness { get; init; }

    /// <summary>Mean time from placing an order to receiving it, of served orders.</summary>
    public double? TimeInShop { get; init; }

    /// <summary>Mean number of orders in the shop, those outside included; null if unknown.</summary>
    public double? MeanInShop { get; init; }

    /// <summary>The distribution of the number of orders in the shop; null if no formula gives it, or if it is too long.</summary>
    internal NumberInSystem? InShop => Numbers?.Value;

    internal Lazy<NumberInSystem?>? Numbers { get; init; }

    /// <summary>How the prediction is made from those of the stages, or why there is none.</summary>
    public required string Why { get; init; }

    /// <summary>Orders per hour when customers never stop arriving; null if no stage takes time.</summary>
    public double? CapacityPerHour { get; init; }

    /// <summary>Why the shop may stay below <see cref="CapacityPerHour"/>, in words; null if it reaches it.</summary>
    public string? CapacityAtMost { get; init; }

    /// <summary>The name of the stage that limits the capacity.</summary>
    public string? Bottleneck { get; init; }

    /// <summary>Time from opening to the last departure; known only where all times are constant.</summary>
    public double? Makespan { get; init; }

    /// <summary>The level of the intervals that the shop measures, within (0, 1).</summary>
    internal double Confidence { get; init; } = 0.95;

    /// <summary>The stages that orders arrive at faster than they can be served.</summary>
    public IEnumerable<StagePrediction> Overloaded => Stages.Where(stage => stage.Overload is not null);

    /// <summary>No prediction for any stage, for a reason given in words.</summary>
    internal static ShopPrediction None(ShopSettings shop, string why) => new()
    {
        Shop = shop.Name,
        Stages = [.. shop.Stages.Select(stage => new StagePrediction { Name = stage.Name, Workers = stage.Workers, Why = why })],
        Exactness = Exactness.None,
        Why = why,
    };
}

/// <summary>How close a prediction is to the long-run mean.</summary>
public enum Exactness
{
    /// <summary>There is no prediction.</summary>
    None,

    /// <summary>An approximation, typically within some percent.</summary>
    Approximate,

    /// <summary>The exact long-run mean.</summary>
    Exact,
}
