using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>What a plan is wanted for.</summary>
public sealed record PlanRequest
{
    public required ShopSettings Shop { get; init; }

    /// <summary>What a worker costs an hour, of each stage, 0 or more.</summary>
    public required ImmutableArray<double> CostPerHour { get; init; }

    /// <summary>One or more.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>The runs that pools are judged by at first, 2 or more; where they leave doubt, up to 16 times as many.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Runs side by side.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Gives up the planning.</summary>
    public CancellationToken Closing { get; init; }

    public double Confidence => Shop.Statistics.Confidence;
}
