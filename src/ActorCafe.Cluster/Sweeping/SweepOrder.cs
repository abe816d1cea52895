using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>What a sweep is to play.</summary>
/// <param name="Points">Its points.</param>
/// <param name="Replications">How often each is played.</param>
public sealed record SweepOrder(ImmutableArray<SweepOrderPoint> Points, int Replications);

/// <param name="Settings">The shop.</param>
/// <param name="Text">Writes it for another process; only when it is given out, so that not all are in memory at once.</param>
public sealed record SweepOrderPoint(ShopSettings Settings, Func<ShopText> Text);
