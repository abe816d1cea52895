using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>The points of a sweep, for the nodes of a cluster to run.</summary>
/// <param name="Points">The points.</param>
/// <param name="Replications">Replications of each point.</param>
public sealed record SweepJob(ImmutableArray<SweepJobPoint> Points, int Replications);

/// <param name="Settings">The shop.</param>
/// <param name="Text">Writes the shop for another process; called only when a task is assigned, so that not all are in memory at once.</param>
public sealed record SweepJobPoint(ShopSettings Settings, Func<ShopText> Text);

/// <summary>The progress of a <see cref="SweepJob"/>, as its owner is told.</summary>
public abstract record SweepEvent
{
    private SweepEvent()
    {
    }

    /// <summary>All replications of a point are completed.</summary>
    /// <param name="Point">The index of the point, from 0.</param>
    /// <param name="Result">The combined result of its replications.</param>
    public sealed record PointCompleted(int Point, ShopResult Result) : SweepEvent;

    /// <summary>A point can't be completed.</summary>
    public sealed record PointFailed(int Point, string Reason) : SweepEvent;

    /// <param name="Share">The share of the work that is done, from 0 to 1.</param>
    public sealed record Progressed(double Share) : SweepEvent;

    /// <summary>A line that the user should see at once.</summary>
    public sealed record Noticed(string Line) : SweepEvent;

    /// <summary>The last event.</summary>
    /// <param name="Summary">Which nodes did the work.</param>
    /// <param name="IsWhole">Whether every point is completed or failed; false if the sweep was stopped early or its member was downed.</param>
    public sealed record Ended(SweepSummary Summary, bool IsWhole) : SweepEvent;
}

/// <summary>Which nodes did the work of a sweep.</summary>
/// <param name="Nodes">The nodes with a counted replication.</param>
/// <param name="Reassigned">Tasks that were assigned again, because their node was lost or no longer knew them.</param>
/// <param name="Duplicates">Results that were not counted, because another had come first.</param>
public sealed record SweepSummary(ImmutableArray<SweepShare> Nodes, long Reassigned, long Duplicates);

/// <param name="Node">The node, as <c>host:port</c>.</param>
/// <param name="Completed">The counted replications that it ran.</param>
public sealed record SweepShare(string Node, long Completed)
{
    internal static string NameOf(Address node) => string.Create(CultureInfo.InvariantCulture, $"{node.Host}:{node.Port}");
}
