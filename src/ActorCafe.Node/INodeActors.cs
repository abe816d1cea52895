using ActorCafe.Cluster.Front;

namespace ActorCafe.Node;

/// <summary>The actors of a node, as seen by its host.</summary>
public interface INodeActors
{
    /// <summary>The node's address in the cluster, <c>akka.tcp://actorcafe@127.0.0.1:4053</c>. Available once the node is up.</summary>
    string Address { get; }

    /// <summary>Why the node is not ready now, as a clause; null: it is ready. A front that is not open is not.</summary>
    string? Obstacle { get; }

    /// <summary>The front, once it is open; null before, and on a node without that role.</summary>
    ICafeFront? Front { get; }

    /// <summary>The address of the café's front, if this node is a standby; null otherwise. Available once the node is up.</summary>
    string? StandsByFor { get; }

    /// <summary>Completes when this node's front is open. Available once the node is up.</summary>
    Task Opened { get; }

    /// <summary>What this node answers to nodes that look for a cluster: its members, as JSON of Akka.Management; null: it does not know yet.</summary>
    string? SeedNodes { get; }

    /// <summary>Starts the actors, joins the cluster, and completes when this member is up, and its front is open or a standby.</summary>
    /// <param name="cancellation">Cancelled if the node is stopped before it is up.</param>
    /// <exception cref="NodeFailedException">The port is in use, or the book cannot be opened.</exception>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Hands over and leaves the cluster, from any state. Idempotent.</summary>
    /// <param name="cancellation">Cancelled when time is up.</param>
    Task StopAsync(CancellationToken cancellation);

    /// <summary>
    /// Completes when the actors have ended, requested or not: a downed member ends by itself. Fails with a <see
    /// cref="NodeFailedException"/> if they cannot go on.
    /// </summary>
    Task Ended { get; }
}
