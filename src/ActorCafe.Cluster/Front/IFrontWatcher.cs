using ActorCafe.Shop;

namespace ActorCafe.Cluster.Front;

/// <summary>Learns what happens at a front and in its cluster, to show it to people. Called from many threads at once; it must neither wait nor fail.</summary>
internal interface IFrontWatcher
{
    /// <summary>Takes what happens in the shop. Unlike the timeline of a simulation, calls come from many threads at once, and times may go back a little.</summary>
    IShopTimeline Timeline { get; }

    /// <summary>The front is open.</summary>
    /// <param name="front">The front.</param>
    /// <param name="now">The shop's clock.</param>
    void Opened(ICafeFront front, Func<TimeSpan> now);

    /// <summary>A member has another status. Told for every member when the front opens.</summary>
    void MemberChanged(CafeMember member);

    /// <summary>A coffee machine is on another node. Told for every machine before the front opens.</summary>
    /// <param name="machine">The machine's name.</param>
    /// <param name="node">The address of its node; null: it is on none.</param>
    void MachineMoved(string machine, string? node);
}
