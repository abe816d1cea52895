using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>The cheapest staffing that meets the targets.</summary>
public sealed record ShopPlan
{
    /// <summary>The request that this plan answers.</summary>
    public required PlanRequest Request { get; init; }

    /// <summary>The chosen staffing; null if none meets the targets.</summary>
    public Staffing? Chosen { get; init; }

    /// <summary>Where none meets the targets, the largest staffing that was simulated.</summary>
    public Staffing? Largest { get; init; }

    /// <summary>Cheaper staffings for which the simulation remained inconclusive.</summary>
    public ImmutableArray<Staffing> Inconclusive { get; init; } = [];

    /// <summary>The chosen staffing with one worker fewer, by stage; null where the stage has only one.</summary>
    public ImmutableArray<Staffing?> OneFewer { get; init; } = [];

    /// <summary>The number of staffings that were simulated.</summary>
    public int Simulated { get; init; }

    /// <summary>The number of staffings that theory excluded without a simulation.</summary>
    public int Excluded { get; init; }

    /// <summary>Where arrival rates change by the hour, the schedule of each stage; otherwise empty.</summary>
    public ImmutableArray<StaffSchedule> Staff { get; init; } = [];
}

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
    public double Confidence => Math.Max(0, 1 - Estimates.Sum(one => 1 - one.Confidence));

    /// <summary>Whether all targets are met with this confidence.</summary>
    public bool Meets(double confidence) => Confidence >= confidence;

    /// <summary>Whether at least one target is missed with this confidence.</summary>
    public bool Misses(double confidence) => Estimates.Any(one => one.Confidence <= 1 - confidence);
}

/// <summary>A stage's workers through the day.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="PerHour">Workers in each hour of the arrivals' cycle; 0 while the shop is closed.</param>
/// <param name="Opening">Workers at opening.</param>
/// <param name="Changes">Changes after opening.</param>
public sealed record StaffSchedule(string Stage, ImmutableArray<int> PerHour, int Opening, ImmutableArray<PoolChange> Changes);
