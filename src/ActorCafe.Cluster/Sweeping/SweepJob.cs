using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>The points of a sweep that a cluster runs.</summary>
/// <param name="Points">The points.</param>
/// <param name="Replications">Replications of each point.</param>
internal sealed record SweepJob(ImmutableArray<SweepJobPoint> Points, int Replications);

/// <param name="Settings">The shop.</param>
/// <param name="Text">Serializes the shop for another process. Called only when a task is assigned, so that not all texts are in memory at once.</param>
internal sealed record SweepJobPoint(ShopSettings Settings, Func<ShopText> Text);

/// <summary>Reports the progress of a <see cref="SweepJob"/>.</summary>
internal abstract record SweepEvent
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
    /// <param name="IsWhole">Whether every point has completed or failed; false if the sweep was stopped early or its member was downed.</param>
    public sealed record Ended(SweepSummary Summary, bool IsWhole) : SweepEvent;
}

/// <summary>Sums up which nodes did the work of a sweep.</summary>
/// <param name="Nodes">The nodes with a counted replication.</param>
/// <param name="Reassigned">Tasks that were reassigned because their node was lost or no longer knew them.</param>
/// <param name="Duplicates">Results that were not counted because another had arrived first.</param>
internal sealed record SweepSummary(ImmutableArray<SweepShare> Nodes, long Reassigned, long Duplicates);

/// <param name="Node">The node, as <c>host:port</c>.</param>
/// <param name="Completed">The number of counted replications that it ran.</param>
internal sealed record SweepShare(string Node, long Completed)
{
    internal static string NameOf(Address node) => string.Create(CultureInfo.InvariantCulture, $"{node.Host}:{node.Port}");
}
