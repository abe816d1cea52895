using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>A stage's workers through the day.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="PerHour">Workers in each hour of the arrivals' cycle; 0 while the shop is closed.</param>
/// <param name="Opening">Workers at opening.</param>
/// <param name="Changes">Changes after opening.</param>
public sealed record StaffSchedule(string Stage, ImmutableArray<int> PerHour, int Opening, ImmutableArray<PoolChange> Changes);
