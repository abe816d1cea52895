using System.Collections.Immutable;

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

    /// <summary>Where arrival rates change by the hour, or for recorded days, the schedule of each stage; otherwise empty.</summary>
    public ImmutableArray<StaffSchedule> Staff { get; init; } = [];

    /// <summary>The hours that the schedules staff; null without schedules.</summary>
    public PlannedHours? Hours { get; init; }
}
