using ActorCafe.Cluster.Front;

namespace ActorCafe.Node;

/// <summary>The actors of a node, as its host sees them.</summary>
public interface INodeActors
{
    /// <summary>The address other nodes know this one by, <c>akka.tcp://actorcafe@127.0.0.1:4053</c>; read once the node is up.</summary>
    string Address { get; }

    /// <summary>Whether this member's own status is Up now; not whether it ever was.</summary>
    bool IsUp { get; }

    /// <summary>The front, once it is open; null before, and on a node that is none.</summary>
    ICafeFront? Front { get; }

    /// <summary>Starts what has not started yet, joins, and ends when this member is up.</summary>
    /// <param name="cancellation">The node is to close before it has come up.</param>
    /// <exception cref="NodeFailedException">It can't: the port is in use, the book can't be opened.</exception>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Hands over and leaves the cluster, from whatever state; said again, it does nothing.</summary>
    /// <param name="cancellation">There is no more time: whoever is left is left.</param>
    Task StopAsync(CancellationToken cancellation);

    /// <summary>
    /// Ends when the actors have ended, asked or not: a member that was downed ends by itself. Fails with a
    /// <see cref="NodeFailedException"/> when they cannot go on.
    /// </summary>
    Task Ended { get; }
}
