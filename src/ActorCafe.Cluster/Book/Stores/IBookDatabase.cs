namespace ActorCafe.Cluster.Book.Stores;

/// <summary>A database that keeps an order book. Disposing lets go of the book, so that another process may open it.</summary>
internal interface IBookDatabase : IAsyncDisposable
{
    /// <summary>What to call it in a message: a file, or a host with its database; never a password.</summary>
    string Name { get; }

    /// <summary>Where the writer runs.</summary>
    TaskScheduler WritersPlace { get; }

    /// <summary>Makes the book if there is none, takes it for this process alone, and connects the one that writes.</summary>
    /// <exception cref="OrderBookException">Another process has it, or it is not a book of this program's version.</exception>
    Task<IPen> OpenPenAsync(CancellationToken cancellation);

    /// <summary>An order by its id, read beside the writer.</summary>
    Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>What an exception of the database means, in words that stand after a colon.</summary>
    string Explain(Exception exception);

    /// <summary>Whether what was written is to blame, not the disk or the connection: its neighbours may fare better without it.</summary>
    bool BlamesTheData(Exception exception);
}

/// <summary>The one connection that writes in a book. Used by one caller at a time.</summary>
internal interface IPen : IAsyncDisposable
{
    /// <summary>The sums over the whole book.</summary>
    Task<BookSums> SumUpAsync(CancellationToken cancellation);

    /// <summary>The orders that have not ended, in the order of acceptance.</summary>
    Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation);

    /// <summary>The orders that have one of these ids or one of these numbers.</summary>
    Task<List<BookedOrder>> ReadAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers);

    /// <summary>Writes in a transaction, which stays open.</summary>
    Task WriteAsync(Writing.Draft draft);

    /// <summary>Ends the transaction; when the task completes, the disk is synced.</summary>
    Task CommitAsync();

    /// <summary>
    /// Undoes an open transaction after a failure: whether the pen may be used on. If not, what became of the transaction is
    /// known only from the book, through another pen.
    /// </summary>
    Task<bool> RecoverAsync(Exception failure);
}

/// <param name="Totals">The sums over the whole book.</param>
/// <param name="LastNumber">The number of the last order accepted; 0: none yet.</param>
internal sealed record BookSums(BookTotals Totals, long LastNumber);
