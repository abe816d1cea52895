using System.Collections.Immutable;
using Akka.Actor;

namespace ActorCafe.Cluster.Membership;

/// <summary>Decides which addresses a starting node asks to join.</summary>
/// <param name="Addresses">Asked in turn. If the first is the node itself and no other answers, the node forms a cluster.</param>
/// <param name="Known">Those of them that the node only knows from its notes; while they are missing, it looks for them.</param>
internal sealed record NodesToJoin(ImmutableArray<Address> Addresses, ImmutableHashSet<Address> Known)
{
    /// <summary>
    /// Only a node that may form a cluster uses its notes: one without seed nodes, or the first of them. Any other joins where it is told to: its notes
    /// may name the members of another cluster, and whoever answers first is joined.
    /// </summary>
    /// <param name="named">The seed nodes that the settings name.</param>
    /// <param name="known">The members that the node noted when it last ran.</param>
    /// <param name="self">The node's own address.</param>
    public static NodesToJoin Of(IEnumerable<Address> named, IEnumerable<Address> known, Address self)
    {
        Address[] seeds = [.. named.DefaultIfEmpty(self)];
        Address[] noted = seeds[0].Equals(self) ? [.. known] : [];
        return new NodesToJoin([.. seeds.Concat(noted).Distinct()], [.. noted]);
    }
}
