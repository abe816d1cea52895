using System.Collections.Immutable;

namespace ActorCafe.OrderBook;

/// <summary>
/// The durable record of a front's orders: an order is on disk before it first leaves the front, and ends there once. Safe for
/// any number of concurrent callers; writes that arrive together share one sync.
/// </summary>
public interface IOrderBook : IAsyncDisposable
{
    /// <summary>Identifies the book, creating it if it does not exist. Does not claim it: another process may have it open.</summary>
    /// <exception cref="OrderBookException">The book cannot be read or created.</exception>
    Task<BookIdentity> IdentifyAsync(CancellationToken cancellation);

    /// <summary>Opens the book, creating it if it does not exist.</summary>
    /// <param name="reread">
    /// Called with all open orders after the book had to be read again, because a commit may or may not have succeeded, the book was
    /// away, or another front had it meanwhile. Nobody has been told of some of these orders. It is called on the writer's thread between two
    /// commits, so an order that it names has not ended yet and nothing is written until it returns. If it throws, it is called again.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OrderBookHeldException">Another process has the book.</exception>
    /// <exception cref="OrderBookException">The book cannot be opened.</exception>
    Task<OpenedBook> OpenAsync(Action<ImmutableArray<BookedOrder>> reread, CancellationToken cancellation);

    /// <summary>Why the book takes no orders until somebody repairs it, as a sentence for the log; null: it takes orders.</summary>
    string? Obstacle { get; }

    /// <summary>
    /// Records a new order. An id already in the book returns the order recorded under it. Numbers count up from 1 in the order of acceptance.
    /// </summary>
    /// <exception cref="OrderBookException">
    /// The order was not accepted: too many are open, or the disk is full or read-only. Or it may have been accepted (<see
    /// cref="OrderBookException.MayHaveSucceeded"/>): the commit failed, and the book is read again.
    /// </exception>
    Task<Acceptance> AcceptAsync(NewOrder order, CancellationToken cancellation);

    /// <summary>Records how an order ended. False if it had ended before; the first outcome stays.</summary>
    /// <exception cref="OrderBookException">The outcome was not recorded, or the book has no such order. Try again.</exception>
    Task<bool> CloseAsync(OrderEnd end, CancellationToken cancellation);

    /// <summary>Counts an answer about an order that arrived again and was dropped.</summary>
    /// <exception cref="OrderBookException">The duplicate was not recorded.</exception>
    Task CountDuplicateAsync(long number, CancellationToken cancellation);

    /// <summary>Finds an order by its id; null if the book does not have it.</summary>
    /// <exception cref="OrderBookException">The book could not be read.</exception>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Totals over the whole book as of the last commit, kept in memory.</summary>
    BookTotals Totals { get; }
}

/// <param name="Id">The customer's id for the order; the idempotency key.</param>
/// <param name="Drink">The drink ordered.</param>
/// <param name="Customer">The customer's name; null: none given.</param>
/// <param name="At">When the order was accepted.</param>
public sealed record NewOrder(string Id, string Drink, string? Customer, DateTimeOffset At);

/// <summary>An order as recorded in the book.</summary>
/// <param name="Number">From 1, in the order of acceptance.</param>
/// <param name="Outcome">How it ended; null: it is open.</param>
/// <param name="Machine">The coffee machine that served it last; null: none.</param>
/// <param name="EndedAt">When it ended; null: it is open.</param>
public sealed record BookedOrder(
    long Number, string Id, string Drink, string? Customer, DateTimeOffset AcceptedAt, BookedOutcome? Outcome, string? Machine, DateTimeOffset? EndedAt);

/// <summary>How an order in the book ended.</summary>
public enum BookedOutcome
{
    /// <summary>The customer has the drink.</summary>
    Served,

    /// <summary>A full queue turned the order away.</summary>
    Rejected,

    /// <summary>The customer left before service began.</summary>
    Reneged,
}

/// <param name="Order">The order as recorded.</param>
/// <param name="IsNew">True if this call recorded it; false if the id was already in the book.</param>
public sealed record Acceptance(BookedOrder Order, bool IsNew);

/// <summary>The end of an order.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Machine">The coffee machine that served it; null: none.</param>
/// <param name="At">When it ended.</param>
public sealed record OrderEnd(long Number, BookedOutcome Outcome, string? Machine, DateTimeOffset At);

/// <summary>Totals over the whole book: accepted = served + turned away + pending, always.</summary>
/// <param name="Accepted">Orders in the book.</param>
/// <param name="Served">Orders served.</param>
/// <param name="TurnedAway">Orders that ended unserved: rejected or reneged.</param>
/// <param name="DuplicatesSuppressed">Answers that arrived again and were dropped.</param>
/// <param name="ServedBy">Orders served, by coffee machine.</param>
public sealed record BookTotals(
    long Accepted, long Served, long TurnedAway, long DuplicatesSuppressed, ImmutableDictionary<string, long> ServedBy)
{
    /// <summary>The totals of an empty book.</summary>
    public static BookTotals Empty { get; } = new(0, 0, 0, 0, ImmutableDictionary<string, long>.Empty);

    /// <summary>Orders that have not ended.</summary>
    public long Pending => Accepted - Served - TurnedAway;
}

/// <param name="Id">The book's own id, created with it: a copy has the same.</param>
/// <param name="IsHeldElsewhere">Whether another process has the book open.</param>
/// <param name="Notice">What an operator should know, as a sentence for the log; null: nothing.</param>
public sealed record BookIdentity(string Id, bool IsHeldElsewhere, string? Notice);

/// <param name="Open">The open orders, in the order of acceptance.</param>
/// <param name="LastNumber">The number of the last order accepted; 0: none yet.</param>
public sealed record OpenedBook(ImmutableArray<BookedOrder> Open, long LastNumber);

/// <summary>The order book could not be read or written.</summary>
public class OrderBookException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the write may be in the book anyway: ask again with the same id.</summary>
    public bool MayHaveSucceeded { get; init; }
}

/// <summary>Another process has the order book open.</summary>
public sealed class OrderBookHeldException(string message, Exception? inner = null) : OrderBookException(message, inner);
