using ActorCafe.OrderBook.Writing;

namespace ActorCafe.OrderBook.Storage;

/// <summary>A database that keeps an order book. Disposing it releases the book to other processes.</summary>
internal interface IBookDatabase : IAsyncDisposable
{
    /// <summary>Name for messages: a file, or host and database; never a password.</summary>
    string Name { get; }

    /// <summary>The scheduler that the writer runs on.</summary>
    TaskScheduler WriterScheduler { get; }

    /// <summary>Identifies the book, creating it if it does not exist. Leaves it locked only if it was before.</summary>
    /// <exception cref="OrderBookHeldException">Another process has the book, and has not given it an id.</exception>
    Task<BookIdentity> IdentifyAsync(CancellationToken cancellation);

    /// <summary>
    /// Opens the writing connection. The first one locks the book for this process, and creates or migrates it; later ones open
    /// no other book than the first.
    /// </summary>
    /// <exception cref="OrderBookException">Another process has the book, its schema is of another version, or it is not where it was.</exception>
    Task<IBookConnection> ConnectAsync(CancellationToken cancellation);

    /// <summary>Finds an order by its id, on a connection other than the writer's.</summary>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Explains a database exception in a clause that can follow a colon.</summary>
    string Explain(Exception exception);

    /// <summary>Whether the data was refused, rather than the disk or the connection having failed: the rest of the batch may succeed without it.</summary>
    bool IsDataError(Exception exception);
}

/// <summary>The one connection that writes to a book. Not safe for concurrent use.</summary>
internal interface IBookConnection : IAsyncDisposable
{
    /// <summary>Reads the book's sums.</summary>
    Task<BookSums> ReadSumsAsync(CancellationToken cancellation);

    /// <summary>Reads the orders that have not ended, in the order of acceptance.</summary>
    Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation);

    /// <summary>Finds the orders with any of these ids or numbers.</summary>
    Task<List<BookedOrder>> FindAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers);

    /// <summary>Begins a transaction and writes the batch; the transaction stays open.</summary>
    Task WriteAsync(WriteBatch batch);

    /// <summary>Commits the transaction; the disk is synced when the task completes.</summary>
    Task CommitAsync();

    /// <summary>
    /// Checks that what is committed is where a later front will look for it. False if it is, but this connection must not be
    /// used any more.
    /// </summary>
    /// <exception cref="OrderBookException">It may not be.</exception>
    Task<bool> VerifyAsync();

    /// <summary>
    /// Rolls back an open transaction after a failure. False if the connection is no longer usable: whether the transaction was
    /// committed can then be read only through a new connection.
    /// </summary>
    Task<bool> RecoverAsync(Exception failure);
}

/// <param name="Totals">Totals over the whole book.</param>
/// <param name="LastNumber">The number of the last order accepted; 0: none yet.</param>
internal sealed record BookSums(BookTotals Totals, long LastNumber);
