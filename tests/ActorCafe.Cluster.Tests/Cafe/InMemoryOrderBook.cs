using System.Collections.Immutable;
using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Tests.Cafe;

/// <summary>An order book in memory that can fail on demand.</summary>
internal sealed class InMemoryOrderBook : IOrderBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BookedOrder> _orders = new(StringComparer.Ordinal);
    private long _duplicates;
    private Action<ImmutableArray<BookedOrder>> _reread = _ => { };

    /// <summary>Whether writes fail.</summary>
    public bool IsFull { get; set; }

    /// <summary>What a write throws; null: nothing.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether another process has the book.</summary>
    public bool IsHeldElsewhere { get; set; }

    public int FailedWrites { get; private set; }

    public bool IsDisposed { get; private set; }

    public ImmutableArray<BookedOrder> Orders
    {
        get
        {
            lock (_gate)
            {
                return [.. _orders.Values.OrderBy(order => order.Number)];
            }
        }
    }

    public BookTotals Totals
    {
        get
        {
            lock (_gate)
            {
                var served = _orders.Values.Where(order => order.Outcome == BookedOutcome.Served).ToArray();
                return new BookTotals(
                    _orders.Count,
                    served.Length,
                    _orders.Values.Count(order => order.Outcome is BookedOutcome.Rejected or BookedOutcome.Reneged),
                    _duplicates,
                    served.Where(order => order.Machine is not null).GroupBy(order => order.Machine!).ToImmutableDictionary(group => group.Key, group => group.LongCount()));
            }
        }
    }

    public string? Obstacle { get; set; }

    public Task<BookIdentity> IdentifyAsync(CancellationToken cancellation) => Task.FromResult(new BookIdentity("memory", IsHeldElsewhere, Notice: null));

    public Task<OpenedBook> OpenAsync(Action<ImmutableArray<BookedOrder>> reread, CancellationToken cancellation)
    {
        if (IsHeldElsewhere)
        {
            return Task.FromException<OpenedBook>(new OrderBookHeldException("Another process has the book."));
        }

        (_reread, IsDisposed) = (reread, false);
        return Task.FromResult(new OpenedBook([.. Orders.Where(order => order.Outcome is null)], Orders.Length));
    }

    /// <summary>Reports the open orders as after a commit of unknown outcome.</summary>
    public void Reread() => _reread([.. Orders.Where(order => order.Outcome is null)]);

    public Task<Acceptance> AcceptAsync(NewOrder order, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Check();
            var isNew = !_orders.TryGetValue(order.Id, out var booked);
            booked ??= _orders[order.Id] = new BookedOrder(_orders.Count + 1, order.Id, order.Drink, order.Customer, order.At, null, null, null);
            return Task.FromResult(new Acceptance(booked, isNew));
        }
    }

    public Task<bool> CloseAsync(OrderEnd end, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if ((Failure ?? (IsFull ? new OrderBookException("The book is full.") : null)) is { } failure)
            {
                FailedWrites++;
                return Task.FromException<bool>(failure);
            }

            var order = _orders.Values.Single(known => known.Number == end.Number);
            if (order.Outcome is not null)
            {
                return Task.FromResult(false);
            }

            _orders[order.Id] = order with { Outcome = end.Outcome, Machine = end.Machine, EndedAt = end.At };
            return Task.FromResult(true);
        }
    }

    public Task CountDuplicateAsync(long number, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _duplicates++;
            return Task.CompletedTask;
        }
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(_orders.GetValueOrDefault(id));
        }
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private void Check()
    {
        if (IsFull)
        {
            throw new OrderBookException("The book is full.");
        }
    }
}
