using ActorCafe.OrderBook.Storage;
using ActorCafe.OrderBook.Writing;

namespace ActorCafe.OrderBook.Tests.Writing;

/// <summary>A book in an SQLite file, with a connection that a test can break.</summary>
internal sealed class FlakyDatabase : IBookDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");
    private readonly SqliteBookDatabase _database;
    private int _disposed;

    public FlakyDatabase() => _database = SqliteBookDatabase.Create(Connection);

    /// <summary>The connection string of the file.</summary>
    public string Connection => $"Data Source={Path.Combine(_folder.FullName, "book.db")}";

    /// <summary>What breaks next; null: nothing.</summary>
    public Fault? Next { get; set; }

    /// <summary>Whether no new connection can be made.</summary>
    public bool IsAway { get; set; }

    public int Connections { get; private set; }

    public string Name => "flaky";

    public TaskScheduler WriterScheduler => _database.WriterScheduler;

    public Task<BookIdentity> IdentifyAsync(CancellationToken cancellation) => _database.IdentifyAsync(cancellation);

    public async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        Connections++;
        return IsAway ? throw new IOException("away") : new Wrapped(this, await _database.ConnectAsync(cancellation));
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) => _database.FindAsync(id, cancellation);

    public string Explain(Exception exception) => exception.Message;

    public bool IsDataError(Exception exception) => false;

    public async ValueTask DisposeAsync()
    {
        // The book disposes it, and the test.
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _database.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }

    private void Meet(Fault fault)
    {
        if (Next == fault)
        {
            Next = null;
            throw new IOException("lost");
        }
    }

    private sealed class Wrapped(FlakyDatabase database, IBookConnection connection) : IBookConnection
    {
        public Task<BookSums> ReadSumsAsync(CancellationToken cancellation) => connection.ReadSumsAsync(cancellation);

        public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => connection.ReadOpenAsync(cancellation);

        public Task<List<BookedOrder>> FindAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
        {
            database.Meet(Fault.BeforeWriting);
            return connection.FindAsync(ids, numbers);
        }

        public async Task WriteAsync(WriteBatch batch)
        {
            await connection.WriteAsync(batch);
            database.Meet(Fault.BeforeCommit);
        }

        public async Task CommitAsync()
        {
            database.Meet(Fault.CommitFails);
            await connection.CommitAsync();
            database.Meet(Fault.AcknowledgementLost);
        }

        public Task<bool> VerifyAsync() => connection.VerifyAsync();

        // Closing the connection rolls back, as losing it does.
        public Task<bool> RecoverAsync(Exception failure) => failure is IOException ? Task.FromResult(false) : connection.RecoverAsync(failure);

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}

/// <summary>When a connection breaks.</summary>
internal enum Fault
{
    /// <summary>At the next read, before anything is written.</summary>
    BeforeWriting,

    /// <summary>After the writes of the next transaction, before its commit.</summary>
    BeforeCommit,

    /// <summary>At the next commit, which takes no effect.</summary>
    CommitFails,

    /// <summary>At the next commit, after it took effect and before it is acknowledged.</summary>
    AcknowledgementLost,
}
