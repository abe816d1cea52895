using System.Collections.Immutable;
using ActorCafe.Cluster.Book.Stores;
using ActorCafe.Cluster.Book.Writing;

namespace ActorCafe.Cluster.Book;

/// <summary>The order book in a database; every write goes through its one <see cref="Writer"/>.</summary>
public sealed class OrderBook : IOrderBook
{
    private readonly IBookDatabase _database;
    private readonly Writer _writer;
    private int _disposed;

    internal OrderBook(IBookDatabase database)
    {
        _database = database;
        _writer = new Writer(database);
    }

    /// <inheritdoc/>
    public BookTotals Totals => _writer.Totals;

    /// <summary>Transactions synced to the disk so far; what was written in them is more, where callers came together.</summary>
    public long Commits => _writer.Commits;

    /// <inheritdoc/>
    public Task<ImmutableArray<BookedOrder>> OpenAsync(CancellationToken cancellation) => _writer.StartAsync(cancellation);

    /// <inheritdoc/>
    public Task<Acceptance> AcceptAsync(NewOrder order, CancellationToken cancellation) =>
        WriteAsync(() => new AcceptEntry(order with
        {
            Id = Text.Storable(order.Id, "id"),
            Drink = Text.Storable(order.Drink, "drink"),
            Customer = order.Customer is null ? null : Text.Storable(order.Customer, "customer"),
            At = Instant.Storable(order.At),
        }), cancellation);

    /// <inheritdoc/>
    public Task<bool> CloseAsync(OrderEnd end, CancellationToken cancellation) =>
        WriteAsync(() => new CloseEntry(end with
        {
            Outcome = OutcomeName.Ended(end.Outcome),
            Machine = end.Machine is null ? null : Text.Storable(end.Machine, "machine"),
            At = Instant.Storable(end.At),
        }), cancellation);

    /// <inheritdoc/>
    public Task CountDuplicateAsync(long number, CancellationToken cancellation) =>
        WriteAsync(() => new DuplicateEntry(number), cancellation);

    /// <inheritdoc/>
    public async Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation)
    {
        _writer.RequireOpen();
        try
        {
            return await _database.FindAsync(id, cancellation);
        }
        catch (Exception e) when (e is not (OrderBookException or OperationCanceledException))
        {
            throw new OrderBookException($"The order book {_database.Name} could not be read: {_database.Explain(e)}.", e);
        }
    }

    /// <summary>Writes what is waiting, and closes the book.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.StopAsync();
        await _database.DisposeAsync();
    }

    // What cannot be stored is refused before it stands in a transaction with others. Who gives up waiting leaves the entry
    // where it is: it will be in the book, or fail, with its neighbours.
    private async Task<T> WriteAsync<T>(Func<Entry<T>> make, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var entry = make();
        _writer.Add(entry);
        return await entry.Written.WaitAsync(cancellation);
    }
}
