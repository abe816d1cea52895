using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Storage;

/// <summary>An order book in an SQLite file.</summary>
internal sealed class SqliteBookDatabase : IBookDatabase
{
    private readonly Lazy<DedicatedThreadScheduler> _scheduler = new(() => new DedicatedThreadScheduler("order book"));
    private readonly string _readerConnection;
    private readonly string _writerConnection;
    private readonly bool _readOnly;
    private BookFileLock? _lock;

    private SqliteBookDatabase(SqliteConnectionStringBuilder connection)
    {
        Name = Path.GetFullPath(connection.DataSource);
        connection.DataSource = Name;
        _readOnly = connection.Mode == SqliteOpenMode.ReadOnly;

        // The writer's connection is not pooled: disposing it must release everything it holds on the file.
        connection.Pooling = false;
        _writerConnection = connection.ConnectionString;
        connection.Pooling = true;
        connection.Mode = SqliteOpenMode.ReadOnly;
        _readerConnection = connection.ConnectionString;
    }

    public string Name { get; }

    public TaskScheduler WriterScheduler => _scheduler.Value;

    public static SqliteBookDatabase Create(string connection)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.DataSource))
            {
                throw Invalid("it names no file; write \"Data Source=book.db\"");
            }

            if (parts.DataSource.Contains(":memory:", StringComparison.Ordinal) || parts.Mode == SqliteOpenMode.Memory)
            {
                throw Invalid("an order book is kept on disk, not in memory");
            }

            if (parts.DataSource.StartsWith("file:", StringComparison.Ordinal))
            {
                throw Invalid("give the path of the file, not a URI");
            }

            // The time a customer may wait while another program writes to the book. The provider's 30 s is too long.
            if (!parts.ShouldSerialize("Default Timeout"))
            {
                parts.DefaultTimeout = 10;
            }

            // A shared cache has table locks that ignore the busy timeout.
            parts.Cache = SqliteCacheMode.Private;
            return new SqliteBookDatabase(parts);
        }
        catch (ArgumentException e)
        {
            throw Invalid(e.Message, e);
        }
    }

    public async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
        _lock ??= BookFileLock.Acquire(Name);

        var connection = new SqliteConnection(_writerConnection);
        try
        {
            await connection.OpenAsync(cancellation);
            Prepare(connection);
            return new SqliteBookConnection(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var connection = new SqliteConnection(_readerConnection);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            using var rows = command.ExecuteReader();
            return rows.Read() ? BookRows.Read(rows) : null;
        },
        cancellation);

    public string Explain(Exception exception) => SqliteErrors.Explain(exception);

    public bool IsDataError(Exception exception) => SqliteErrors.IsDataError(exception);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_readerConnection));
        _lock?.Dispose();
        if (_scheduler.IsValueCreated)
        {
            _scheduler.Value.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static OrderBookException Invalid(string why, Exception? inner = null) =>
        new($"cafe.book.connection is not one for cafe.book.store = sqlite: {why}.", inner);

    private void Prepare(SqliteConnection connection)
    {
        // Write-ahead log: readers and the writer do not block each other. synchronous = FULL: a commit returns once the log is
        // on disk (NORMAL could lose the last commits in a power failure); fullfsync: the same on macOS.
        if (!_readOnly && Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new OrderBookException($"The order book {Name} could not be opened: its file system allows no write-ahead log.");
        }

        Run(connection, "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA busy_timeout = 5000");

        if (Scalar(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'cafe_book'") is 0L)
        {
            // One transaction: a book is created completely or not at all.
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, BookSchema.Sqlite);
            transaction.Commit();
        }

        BookSchema.RequireVersion(Name, Convert.ToInt32(Scalar(connection, "SELECT version FROM cafe_book"), null));
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
