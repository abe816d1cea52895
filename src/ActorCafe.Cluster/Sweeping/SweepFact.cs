using System.Collections.Immutable;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>What a sweep over a cluster tells whoever wanted it, one fact after the other.</summary>
public abstract record SweepFact
{
    private SweepFact()
    {
    }

    /// <summary>A point is finished.</summary>
    /// <param name="Point">Its place, from 0.</param>
    /// <param name="Result">What came of all its replications, in their order.</param>
    public sealed record Finished(int Point, ShopResult Result) : SweepFact;

    /// <summary>A point can't be brought to its end.</summary>
    public sealed record Failed(int Point, string Reason) : SweepFact;

    /// <summary>The share of the work that is done, from 0 to 1.</summary>
    public sealed record Progressed(double Share) : SweepFact;

    /// <summary>Something that people want to know at once: nobody helps, say.</summary>
    public sealed record Said(string Line) : SweepFact;

    /// <summary>The last fact.</summary>
    /// <param name="Report">Who played.</param>
    /// <param name="IsWhole">Whether every point is finished or has failed; else it was closed, or its member taken for lost.</param>
    public sealed record Over(SweepReport Report, bool IsWhole) : SweepFact;
}

/// <summary>Who played, and what went wrong on the way.</summary>
/// <param name="Nodes">The nodes that played, with how many replications of each were counted.</param>
/// <param name="GivenAgain">How many pieces were given out again, since their node was lost or did not know of them any more.</param>
/// <param name="Duplicates">How many answers came after another to the same piece, and were not counted.</param>
public sealed record SweepReport(ImmutableArray<SweepShare> Nodes, long GivenAgain, long Duplicates);

/// <param name="Node">The node, as <c>host:port</c>.</param>
/// <param name="Played">The replications that it played and that were counted.</param>
public sealed record SweepShare(string Node, long Played);
