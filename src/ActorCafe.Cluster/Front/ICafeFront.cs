using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Front;

/// <summary>The front of a running café, as the web sees it.</summary>
public interface ICafeFront
{
    /// <summary>Whether orders can be taken: this node is a member that is up, and the book is open.</summary>
    bool IsReady { get; }

    /// <summary>Accepts an order; when this returns it is in the book.</summary>
    /// <param name="id">The customer's id of the order.</param>
    /// <param name="drink">A drink on the menu.</param>
    /// <param name="customer">Who orders; null: unnamed.</param>
    /// <param name="caller">The trace it is a part of; default: it is part of none.</param>
    /// <param name="cancellation">Gives up waiting; the order may be in the book all the same.</param>
    /// <exception cref="OrderBookException">The book could not be written: the order is not accepted.</exception>
    Task<Acceptance> PlaceAsync(string id, string drink, string? customer, ActivityContext caller, CancellationToken cancellation);

    /// <summary>Accepts an order that is part of no trace; when this returns it is in the book.</summary>
    /// <inheritdoc cref="PlaceAsync(string, string, string?, ActivityContext, CancellationToken)"/>
    Task<Acceptance> PlaceAsync(string id, string drink, string? customer, CancellationToken cancellation) =>
        PlaceAsync(id, drink, customer, default, cancellation);

    /// <summary>An order by its id; null if it is unknown.</summary>
    /// <exception cref="OrderBookException">The book could not be read.</exception>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Members, orders and machines as they stand.</summary>
    CafeStatus Status { get; }
}

/// <param name="Members">The members of the cluster, as this node sees them.</param>
/// <param name="Orders">Sums over the whole book.</param>
/// <param name="Machines">The coffee machines, in order of their numbers.</param>
public sealed record CafeStatus(ImmutableArray<CafeMember> Members, BookTotals Orders, ImmutableArray<MachineStatus> Machines);

/// <param name="Address">The member's address.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Status">Its status: Joining, Up, Leaving, ...; Unreachable where it cannot be reached.</param>
public sealed record CafeMember(string Address, ImmutableArray<string> Roles, string Status);

/// <param name="Id">The machine's name.</param>
/// <param name="Node">The address of the node it stands on; null while it stands nowhere.</param>
/// <param name="Served">Orders it served, over the whole book.</param>
public sealed record MachineStatus(string Id, string? Node, long Served);
