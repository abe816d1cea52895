using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.Cluster.Front;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Tests;

/// <summary>A front with a book in memory.</summary>
internal sealed class FakeFront : ICafeFront
{
    public static readonly DateTimeOffset Opened = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(2));

    private readonly ConcurrentDictionary<string, BookedOrder> _book = [];

    /// <summary>The failure to throw; null: none.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether the book never answers.</summary>
    public bool Hangs { get; set; }

    public IReadOnlyDictionary<string, BookedOrder> Book => _book;

    public CafeStatus Status => new(
        [new("akka.tcp://actorcafe@127.0.0.1:4053", ["front"], "Up")],
        new BookTotals(7, 4, 1, 3, ImmutableDictionary<string, long>.Empty),
        [new("machine-1", "akka.tcp://actorcafe@127.0.0.1:4054", 4), new("machine-2", null, 0)]);

    /// <summary>The trace context of the last order.</summary>
    public ActivityContext Caller { get; private set; }

    public async Task<Acceptance> PlaceAsync(string id, string drink, string? customer, ActivityContext caller, CancellationToken cancellation)
    {
        Caller = caller;
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        if (Failure is not null)
        {
            throw Failure;
        }

        var order = new BookedOrder(_book.Count + 1, id, drink, customer, Opened, null, null, null);
        var booked = _book.GetOrAdd(id, order);
        return new(booked, ReferenceEquals(booked, order));
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) =>
        Failure is null ? Task.FromResult(_book.GetValueOrDefault(id)) : Task.FromException<BookedOrder?>(Failure);

    public void End(string id, BookedOutcome outcome, string? machine) =>
        _book[id] = _book[id] with { Outcome = outcome, Machine = machine, EndedAt = Opened.AddSeconds(1.5) };
}
