using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// What is said between a sweep and the nodes that play for it. Work is pulled: a node that helps says how many pieces it takes
/// at once, and is given no more. A piece is one replication of one point, and its number never means another.
/// </summary>
public abstract record SweepMessage
{
    private SweepMessage()
    {
    }

    /// <summary>Sweep to node: do you help? Said again and again, so that a message that was lost is found out.</summary>
    /// <param name="Round">Which time it is asked.</param>
    public sealed record WhoHelps(int Round) : SweepMessage;

    /// <summary>Node to sweep: I do.</summary>
    /// <param name="Round">The time it was asked.</param>
    /// <param name="Parallel">The pieces it takes at once; 0: none.</param>
    /// <param name="Build">Which program on which runtime plays here.</param>
    /// <param name="InHand">The sweep's pieces that are not answered yet.</param>
    public sealed record Helps(int Round, int Parallel, string Build, ImmutableArray<long> InHand) : SweepMessage;

    /// <summary>Sweep to node: play this.</summary>
    /// <param name="Piece">The number of the piece, from 1.</param>
    /// <param name="Replication">Which replication, from 1.</param>
    /// <param name="Shop">The shop.</param>
    public sealed record Play(long Piece, int Replication, ShopText Shop) : SweepMessage;

    /// <summary>Node to sweep: this came of it.</summary>
    /// <param name="Piece">The number of the piece.</param>
    /// <param name="Result">The result as <see cref="ResultBytes"/> writes it.</param>
    public sealed record Played(long Piece, ImmutableArray<byte> Result) : SweepMessage;

    /// <summary>Node to sweep: it can't be brought to its end, here or elsewhere.</summary>
    /// <param name="Piece">The number of the piece.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(long Piece, string Reason) : SweepMessage;
}
