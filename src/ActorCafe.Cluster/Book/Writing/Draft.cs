using System.Collections.Immutable;
using ActorCafe.Cluster.Book.Stores;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Book.Writing;

/// <summary>
/// What one transaction is going to write, decided in memory from what the book says of the orders concerned. It becomes the
/// book's truth only when it is on disk: until then nothing outside has changed.
/// </summary>
internal sealed class Draft
{
    private readonly Dictionary<string, BookedOrder> _byId = [];
    private readonly Dictionary<long, BookedOrder> _byNumber = [];
    private readonly ImmutableDictionary<string, long>.Builder _servedBy;
    private readonly BookTotals _before;
    private long _lastNumber;
    private long _served;
    private long _turnedAway;

    /// <param name="before">The book as it stands.</param>
    /// <param name="known">What it says of the orders the entries are about.</param>
    public Draft(BookSums before, IEnumerable<BookedOrder> known)
    {
        _before = before.Totals;
        _lastNumber = before.LastNumber;
        _servedBy = before.Totals.ServedBy.ToBuilder();
        foreach (var order in known)
        {
            Put(order);
        }
    }

    /// <summary>Orders to be added.</summary>
    public List<BookedOrder> Accepted { get; } = [];

    /// <summary>Orders that end, added ones among them.</summary>
    public List<BookedOrder> Ended { get; } = [];

    /// <summary>Answers that came once more, by the number of the order.</summary>
    public Dictionary<long, long> Duplicates { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Accepted.Count + Ended.Count + Duplicates.Count == 0;

    /// <summary>The book as it will stand.</summary>
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
        Put(booked);
        Accepted.Add(booked);
        return new Acceptance(booked, IsNew: true);
    }

    public bool Close(OrderEnd end)
    {
        var order = Find(end.Number);
        if (order.Outcome is not null)
        {
            return false;
        }

        order = order with { Outcome = end.Outcome, Machine = end.Machine, EndedAt = end.At };
        Put(order);
        Ended.Add(order);
        if (end.Outcome != Outcome.Served)
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
        _ = Find(number);
        return Duplicates[number] = Duplicates.GetValueOrDefault(number) + 1;
    }

    private BookedOrder Find(long number) => _byNumber.TryGetValue(number, out var order)
        ? order
        : throw new OrderBookException($"Order {number} is not in the order book.");

    private void Put(BookedOrder order)
    {
        _byId[order.Id] = order;
        _byNumber[order.Number] = order;
    }
}
