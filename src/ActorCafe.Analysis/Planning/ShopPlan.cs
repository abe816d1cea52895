using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>The cheapest pools that meet the targets.</summary>
public sealed record ShopPlan
{
    /// <summary>What was asked for.</summary>
    public required PlanRequest Request { get; init; }

    /// <summary>The pools; null if there are none.</summary>
    public Trial? Chosen { get; init; }

    /// <summary>The most that was tried, where that did not do either.</summary>
    public Trial? Beyond { get; init; }

    /// <summary>Cheaper pools of which it could not be told for sure.</summary>
    public ImmutableArray<Trial> Doubtful { get; init; } = [];

    /// <summary>What becomes of the targets with one worker fewer, by stage; null where there is one only.</summary>
    public ImmutableArray<Trial?> OneFewer { get; init; } = [];

    /// <summary>Pools that were played.</summary>
    public int Tried { get; init; }

    /// <summary>Pools that a formula ruled out before.</summary>
    public int RuledOut { get; init; }

    /// <summary>Where customers come by the hour: the workers of each hour at each stage; empty elsewhere.</summary>
    public ImmutableArray<StaffSchedule> Staff { get; init; } = [];
}

/// <summary>A stage's workers through the day.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="PerHour">In each hour of the arrivals' cycle.</param>
/// <param name="Opening">The pool at opening.</param>
/// <param name="Changes">Its changes after that.</param>
public sealed record StaffSchedule(string Stage, ImmutableArray<int> PerHour, int Opening, ImmutableArray<PoolChange> Changes);
