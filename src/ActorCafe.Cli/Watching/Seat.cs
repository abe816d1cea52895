using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>A worker of a stage at a moment.</summary>
/// <param name="Number">From 1, in the order of coming.</param>
/// <param name="Activity">What keeps it; null: it is idle.</param>
/// <param name="Order">The order that keeps it.</param>
internal readonly record struct Seat(int Number, WorkerActivity? Activity = null, long Order = 0);
