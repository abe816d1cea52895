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
    private readonly BookTotals _before;
    private readonly long _maxOpen;

    /// <param name="before">The book's sums before the batch.</param>
    /// <param name="known">The recorded orders that the pending writes concern.</param>
    /// <param name="maxOpen">The number of open orders above which new ones are refused.</param>
    public WriteBatch(BookSums before, IEnumerable<BookedOrder> known, long maxOpen)
    {
        _before = before.Totals;
        _maxOpen = maxOpen;
        LastNumber = before.LastNumber;
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

    /// <summary>Orders served in this batch.</summary>
    public long Served { get; private set; }

    /// <summary>Orders turned away in this batch.</summary>
    public long TurnedAway => Closed.Count - Served;

    /// <summary>Orders served in this batch, by coffee machine.</summary>
    public Dictionary<string, long> ServedBy { get; } = [];

    /// <summary>The number of the last order accepted so far.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Accepted.Count + Closed.Count + Duplicates.Count == 0;

    /// <summary>The book's sums once the batch is committed.</summary>
    public BookSums After => new(
        new BookTotals(
            _before.Accepted + Accepted.Count,
            _before.Served + Served,
            _before.TurnedAway + TurnedAway,
            _before.DuplicatesSuppressed + Duplicates.Values.Sum(),
            _before.ServedBy.SetItems(ServedBy.Select(
                machine => KeyValuePair.Create(machine.Key, _before.ServedBy.GetValueOrDefault(machine.Key) + machine.Value)))),
        LastNumber);

    private long Pending => _before.Pending + Accepted.Count - Closed.Count;

    public Acceptance Accept(NewOrder order)
    {
        if (_byId.TryGetValue(order.Id, out var known))
        {
            return new Acceptance(known, IsNew: false);
        }

        if (Pending >= _maxOpen)
        {
            throw new OrderBookException($"{Pending} orders are open, as many as cafe.book.max-open allows; try again later.");
        }

        var booked = new BookedOrder(++LastNumber, order.Id, order.Drink, order.Customer, order.At, null, null, null);
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
        if (end.Outcome == BookedOutcome.Served)
        {
            Served++;
            if (end.Machine is not null)
            {
                ServedBy[end.Machine] = ServedBy.GetValueOrDefault(end.Machine) + 1;
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
