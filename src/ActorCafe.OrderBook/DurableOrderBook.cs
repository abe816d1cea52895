using System.Collections.Immutable;
using ActorCafe.OrderBook.Storage;
using ActorCafe.OrderBook.Writing;

namespace ActorCafe.OrderBook;

/// <summary>An order book in a database. All writes go through one <see cref="GroupCommitWriter"/>; reads have connections of their own.</summary>
public sealed class DurableOrderBook : IOrderBook
{
    private readonly IBookDatabase _database;
    private readonly GroupCommitWriter _writer;
    private int _disposed;

    internal DurableOrderBook(IBookDatabase database, long maxOpen = BookSettings.DefaultMaxOpen)
    {
        _database = database;
        _writer = new GroupCommitWriter(database, maxOpen);
    }

    /// <inheritdoc/>
    public BookTotals Totals => _writer.Totals;

    /// <inheritdoc/>
    public string? Obstacle => _writer.Obstacle;

    /// <summary>Transactions committed and synced so far. One transaction may hold the writes of many callers.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Creates a book, not yet opened, in the configured database.</summary>
    /// <exception cref="OrderBookException">The connection string is not valid for that database.</exception>
    public static DurableOrderBook Create(BookSettings settings) => new(settings.Store switch
    {
        BookStore.Sqlite => SqliteBookDatabase.Create(settings.Connection),
        BookStore.Postgres => PostgresBookDatabase.Create(settings.Connection),
        _ => throw new OrderBookException($"cafe.book.store: there is no store {settings.Store}."),
    }, settings.MaxOpen);

    /// <inheritdoc/>
    public Task<BookIdentity> IdentifyAsync(CancellationToken cancellation) => _writer.IdentifyAsync(cancellation);

    /// <inheritdoc/>
    public Task<OpenedBook> OpenAsync(Action<ImmutableArray<BookedOrder>> reread, CancellationToken cancellation) =>
        _writer.StartAsync(reread, cancellation);

    /// <inheritdoc/>
    public Task<Acceptance> AcceptAsync(NewOrder order, CancellationToken cancellation) =>
        WriteAsync(() => new PendingAccept(order with
        {
            Id = Storable.Text(order.Id, "id"),
            Drink = Storable.Text(order.Drink, "drink"),
            Customer = order.Customer is null ? null : Storable.Text(order.Customer, "customer"),
            At = Storable.Time(order.At),
        }), cancellation);

    /// <inheritdoc/>
    public Task<bool> CloseAsync(OrderEnd end, CancellationToken cancellation) =>
        WriteAsync(() => new PendingClose(end with
        {
            Outcome = Storable.Outcome(end.Outcome),
            Machine = end.Machine is null ? null : Storable.Text(end.Machine, "machine"),
            At = Storable.Time(end.At),
        }), cancellation);

    /// <inheritdoc/>
    public Task CountDuplicateAsync(long number, CancellationToken cancellation) =>
        WriteAsync(() => new PendingDuplicate(number), cancellation);

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

    /// <summary>Commits the pending writes and closes the book.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.StopAsync();
        await _database.DisposeAsync();
    }

    // Values that no database can store are refused before they share a transaction with others. A caller that stops waiting
    // leaves its write in the queue, to succeed or fail with the rest of its batch.
    private async Task<T> WriteAsync<T>(Func<PendingWrite<T>> create, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var write = create();
        _writer.Enqueue(write);
        return await write.Committed.WaitAsync(cancellation);
    }
}
