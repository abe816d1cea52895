using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Front;

/// <summary>The front of a running café, as used by the HTTP API.</summary>
public interface ICafeFront
{
    /// <summary>Accepts an order. When this completes, the order is in the book.</summary>
    /// <param name="id">The idempotency key of the order, chosen by the customer.</param>
    /// <param name="drink">A drink on the menu.</param>
    /// <param name="customer">The name of the customer; null: unnamed.</param>
    /// <param name="caller">The trace context of the caller; default: none.</param>
    /// <param name="cancellation">Stops waiting; the order may still be in the book.</param>
    /// <exception cref="OrderBookException">The book could not be written. The order is not accepted, or may be: see the exception.</exception>
    Task<Acceptance> PlaceAsync(string id, string drink, string? customer, ActivityContext caller, CancellationToken cancellation);

    /// <summary>Accepts an order without a trace context. When this completes, the order is in the book.</summary>
    /// <inheritdoc cref="PlaceAsync(string, string, string?, ActivityContext, CancellationToken)"/>
    Task<Acceptance> PlaceAsync(string id, string drink, string? customer, CancellationToken cancellation) =>
        PlaceAsync(id, drink, customer, default, cancellation);

    /// <summary>Finds an order by its id; null if it is unknown.</summary>
    /// <exception cref="OrderBookException">The book could not be read.</exception>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Totals over the whole book.</summary>
    BookTotals Orders => Status.Orders;

    /// <summary>The current members, orders and machines.</summary>
    CafeStatus Status { get; }
}

/// <param name="Members">The members of the cluster, as this node sees them.</param>
/// <param name="Orders">Totals over the whole book.</param>
/// <param name="Machines">The coffee machines, ordered by number.</param>
public sealed record CafeStatus(ImmutableArray<CafeMember> Members, BookTotals Orders, ImmutableArray<MachineStatus> Machines);

/// <param name="Address">The member's address.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Status">Its status: Joining, Up, Leaving, ..., or Unreachable.</param>
public sealed record CafeMember(string Address, ImmutableArray<string> Roles, string Status)
{
    /// <summary>The status of a member that cannot be reached.</summary>
    public const string Unreachable = "Unreachable";
}

/// <param name="Id">The machine's name.</param>
/// <param name="Node">The address of its node; null while it is on none.</param>
/// <param name="Served">The number of orders it served, over the whole book.</param>
public sealed record MachineStatus(string Id, string? Node, long Served);
