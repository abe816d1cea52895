using System.Collections.Immutable;
using ActorCafe.OrderBook.Storage;

namespace ActorCafe.OrderBook.Writing;

/// <summary>
/// The changes of one transaction, computed in memory from the rows of the orders concerned. Nothing outside changes until the
/// transaction is on disk, so a failed batch leaves nothing to undo.
/// </summary>
internal sealed class WriteBatch
{
    private readonly Dictionary<string, BookedOrder> _byId = [];
    private readonly Dictionary<long, BookedOrder> _byNumber = [];
    private readonly ImmutableDictionary<string, long>.Builder _servedBy;
    private readonly BookTotals _before;
    private long _lastNumber;
    private long _served;
    private long _turnedAway;

    /// <param name="before">The book's sums before the batch.</param>
    /// <param name="known">The recorded orders that the pending writes concern.</param>
    public WriteBatch(BookSums before, IEnumerable<BookedOrder> known)
    {
        _before = before.Totals;
        _lastNumber = before.LastNumber;
        _servedBy = before.Totals.ServedBy.ToBuilder();
        foreach (var order in known)
        {
            Set(order);
        }
    }

    /// <summary>Orders to insert.</summary>
    public List<BookedOrder> Accepted { get; } = [];

    /// <summary>Orders to close; they may be among those to insert.</summary>
    public List<BookedOrder> Closed { get; } = [];

    /// <summary>Duplicates to add, by order number.</summary>
    public Dictionary<long, long> Duplicates { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Accepted.Count + Closed.Count + Duplicates.Count == 0;

    /// <summary>The book's sums once the batch is committed.</summary>
    public BookSums After => new(
        new BookTotals(
            _before.Accepted + Accepted.Count,
            _before.Served + _served,
            _before.TurnedAway + _turnedAway,
            _before.DuplicatesSuppressed + Duplicates.Values.Sum(),
            _servedBy.ToImmutable()),
        _lastNumber);

    public Acceptance Accept(NewOrder order)
    {
        if (_byId.TryGetValue(order.Id, out var known))
        {
            return new Acceptance(known, IsNew: false);
        }

        var booked = new BookedOrder(++_lastNumber, order.Id, order.Drink, order.Customer, order.At, null, null, null);
        Set(booked);
        Accepted.Add(booked);
        return new Acceptance(booked, IsNew: true);
    }

    public bool Close(OrderEnd end)
    {
        var order = Get(end.Number);
        if (order.Outcome is not null)
        {
            return false;
        }

        order = order with { Outcome = end.Outcome, Machine = end.Machine, EndedAt = end.At };
        Set(order);
        Closed.Add(order);
        if (end.Outcome != BookedOutcome.Served)
        {
            _turnedAway++;
        }
        else
        {
            _served++;
            if (end.Machine is not null)
            {
                _servedBy[end.Machine] = _servedBy.GetValueOrDefault(end.Machine) + 1;
            }
        }

        return true;
    }

    public long CountDuplicate(long number)
    {
        _ = Get(number);
        return Duplicates[number] = Duplicates.GetValueOrDefault(number) + 1;
    }

    private BookedOrder Get(long number) => _byNumber.TryGetValue(number, out var order)
        ? order
        : throw new OrderBookException($"Order {number} is not in the order book.");

    private void Set(BookedOrder order)
    {
        _byId[order.Id] = order;
        _byNumber[order.Number] = order;
    }
}
