namespace ActorCafe.Cluster.Front;

/// <summary>The times of a <see cref="HostLink"/>. They follow from how fast the cluster detects failures, so that both profiles have times that fit.</summary>
/// <param name="Lease">
/// A host drops an order whose lease has not been renewed for this long, because another worker may have it by then. A link gives back an order for which
/// its host has not answered for this long.
/// </param>
/// <param name="Longest">The longest delay between renewals: three of them fit into a lease.</param>
/// <param name="AfterRemoval">How long after a node was removed the link asks where its host is now.</param>
internal sealed record LinkTimes(TimeSpan Lease, TimeSpan Longest, TimeSpan AfterRemoval)
{
    private static readonly TimeSpan LongestOfAll = TimeSpan.FromSeconds(2);

    /// <summary>For gossip to reach the shard coordinator, which then waits for <c>down-removal-margin</c>.</summary>
    private static readonly TimeSpan Gossip = TimeSpan.FromMilliseconds(250);

    public static LinkTimes Of(Akka.Cluster.Cluster cluster)
    {
        // Twice the pause after which a node is taken for lost: a host that is silent for longer while its node is not lost is stuck.
        var lease = 2 * cluster.Settings.FailureDetectorConfig.GetTimeSpan("acceptable-heartbeat-pause");
        return new LinkTimes(lease, lease / 3 < LongestOfAll ? lease / 3 : LongestOfAll, cluster.DowningProvider.DownRemovalMargin + Gossip);
    }
}
