using System.Collections.Immutable;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Planning;

/// <summary>The number of workers at each stage, and what simulating it showed.</summary>
/// <param name="Workers">Workers by stage; with a schedule, the largest number of the day.</param>
/// <param name="CostPerHour">What they cost per hour.</param>
/// <param name="Runs">The number of independent replications.</param>
/// <param name="Estimates">An estimate for each target.</param>
/// <param name="Utilisation">The share of workers' time spent in service, by stage.</param>
public sealed record Staffing(
    ImmutableArray<int> Workers, double CostPerHour, int Runs, ImmutableArray<TargetEstimate> Estimates, ImmutableArray<double?> Utilisation)
{
    /// <summary>Whether the shop has a steady state with this staffing, if the plan is for the long run. Without one it meets no target.</summary>
    public SteadyState SteadyState { get; init; } = SteadyState.Exists;

    /// <summary>Orders left out at the start of each run.</summary>
    public long WarmUp { get; init; }

    /// <summary>A lower bound of the confidence, from 0 to 1, that all targets are met at once (Bonferroni).</summary>
    public double Confidence => AllMet(Estimates.Select(one => one.Confidence));

    /// <summary>Whether all targets are met with this confidence.</summary>
    public bool Meets(double confidence) => Confidence >= confidence;

    /// <summary>Whether at least one target is missed with this confidence.</summary>
    public bool Misses(double confidence) => Estimates.Any(one => one.Confidence <= 1 - confidence);

    /// <summary>A lower bound of the confidence that all of several statements hold at once (Bonferroni).</summary>
    internal static double AllMet(IEnumerable<double> confidences) => Math.Max(0, 1 - confidences.Sum(one => 1 - one));
}
