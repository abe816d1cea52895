using System.Collections.Immutable;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Book;

/// <summary>
/// The order book at the front: what is in it is on disk. An order is in the book before it first leaves the front, and it ends
/// there once. Safe for any number of callers at once; what they write together is synced to the disk together.
/// </summary>
public interface IOrderBook : IAsyncDisposable
{
    /// <summary>Opens the book, making it if there is none, and reads what is still open, in the order of acceptance.</summary>
    /// <exception cref="OrderBookException">It cannot be opened.</exception>
    Task<ImmutableArray<BookedOrder>> OpenAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes an order down, once: the same id again gives the order as it stands. Numbers count up from 1 in the order of acceptance.
    /// Where a connection was lost while committing, a caller is refused though the order may be in the book: the same id again
    /// then gives an open order that is not new and that nobody serves yet.
    /// </summary>
    /// <exception cref="OrderBookException">It could not be written (a full or read-only disk, a lost connection): the order is not accepted.</exception>
    Task<Acceptance> AcceptAsync(NewOrder order, CancellationToken cancellation);

    /// <summary>Writes down how an order ended, once: whether this was the first time. Either way it has ended.</summary>
    /// <exception cref="OrderBookException">It could not be written, or there is no such order: say it again.</exception>
    Task<bool> CloseAsync(OrderEnd end, CancellationToken cancellation);

    /// <summary>Writes down that an answer about an order came once more and was dropped.</summary>
    /// <exception cref="OrderBookException">It could not be written.</exception>
    Task CountDuplicateAsync(long number, CancellationToken cancellation);

    /// <summary>An order by its id; null if it is not in the book.</summary>
    /// <exception cref="OrderBookException">The book could not be read.</exception>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The sums over the whole book, as of the last write that was synced; nothing is read from the disk.</summary>
    BookTotals Totals { get; }
}

/// <param name="Id">The customer's id of the order.</param>
/// <param name="Drink">What was ordered.</param>
/// <param name="Customer">Who ordered; null: unnamed.</param>
/// <param name="At">When the order was accepted.</param>
public sealed record NewOrder(string Id, string Drink, string? Customer, DateTimeOffset At);

/// <summary>An order as it stands in the book.</summary>
/// <param name="Number">From 1, in the order of acceptance.</param>
/// <param name="Outcome">How it ended; null: it is open.</param>
/// <param name="Machine">The coffee machine that served it last; null: none yet.</param>
/// <param name="EndedAt">When it ended; null: it is open.</param>
public sealed record BookedOrder(
    long Number, string Id, string Drink, string? Customer, DateTimeOffset AcceptedAt, Outcome? Outcome, string? Machine, DateTimeOffset? EndedAt);

/// <param name="Order">The order as it stands.</param>
/// <param name="IsNew">Whether it was written now; otherwise the id was in the book before.</param>
public sealed record Acceptance(BookedOrder Order, bool IsNew);

/// <summary>How an order ended.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Outcome">Served, rejected or reneged.</param>
/// <param name="Machine">The coffee machine that brewed it; null: none did.</param>
/// <param name="At">When.</param>
public sealed record OrderEnd(long Number, Outcome Outcome, string? Machine, DateTimeOffset At);

/// <summary>Sums over the whole book: accepted = served + turned away + pending, always.</summary>
/// <param name="Accepted">Orders in the book.</param>
/// <param name="Served">Orders that were served.</param>
/// <param name="TurnedAway">Orders that ended without a coffee: rejected or reneged.</param>
/// <param name="DuplicatesSuppressed">Answers that came once more and were dropped.</param>
/// <param name="ServedBy">Orders served, by coffee machine.</param>
public sealed record BookTotals(
    long Accepted, long Served, long TurnedAway, long DuplicatesSuppressed, ImmutableDictionary<string, long> ServedBy)
{
    /// <summary>A book with nothing in it.</summary>
    public static BookTotals None { get; } = new(0, 0, 0, 0, ImmutableDictionary<string, long>.Empty);

    /// <summary>Orders that have not ended.</summary>
    public long Pending => Accepted - Served - TurnedAway;
}

/// <summary>The order book could not be read or written.</summary>
public sealed class OrderBookException(string message, Exception? inner = null) : Exception(message, inner);
