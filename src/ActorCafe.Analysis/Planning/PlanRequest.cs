using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>A shop to plan, and what the plan must achieve.</summary>
public sealed record PlanRequest
{
    public required ShopSettings Shop { get; init; }

    /// <summary>The cost of a worker per hour, by stage, 0 or more.</summary>
    public required ImmutableArray<double> CostPerHour { get; init; }

    /// <summary>One or more.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>Recorded days whose customers take the place of the shop's own. The targets apply to the mean over these days. Empty: the shop's own customers.</summary>
    internal ImmutableArray<RecordedDay> Days { get; init; } = [];

    /// <summary>The shortest shift in a staff schedule, 0 or more. Where the shop is open for less, a shift lasts all day.</summary>
    public TimeSpan ShortestShift { get; init; }

    /// <summary>Replications of each staffing, 2 or more; an inconclusive one is given up to 16 times as many.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Replications that run in parallel.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives the estimated share of the work done, from 0 to 1; null for none.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Cancels the planning.</summary>
    public CancellationToken Cancellation { get; init; }

    public double Confidence => Shop.Statistics.Confidence;
}
