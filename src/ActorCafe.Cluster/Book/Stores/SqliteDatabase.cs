using Microsoft.Data.Sqlite;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>An order book in an SQLite file.</summary>
internal sealed class SqliteDatabase : IBookDatabase
{
    private readonly Lazy<OneThread> _thread = new(() => new OneThread("order book"));
    private readonly string _readers;
    private readonly string _writer;
    private readonly bool _readOnly;
    private BookLock? _lock;

    private SqliteDatabase(SqliteConnectionStringBuilder connection)
    {
        Name = Path.GetFullPath(connection.DataSource);
        connection.DataSource = Name;
        _readOnly = connection.Mode == SqliteOpenMode.ReadOnly;

        // The writer's connection must end when it is put away, with all it holds on the file; readers come and go.
        connection.Pooling = false;
        _writer = connection.ConnectionString;
        connection.Pooling = true;
        connection.Mode = SqliteOpenMode.ReadOnly;
        _readers = connection.ConnectionString;
    }

    public string Name { get; }

    public TaskScheduler WritersPlace => _thread.Value;

    public static SqliteDatabase At(string connection)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.DataSource))
            {
                throw Bad("it names no file; write \"Data Source=book.db\"");
            }

            if (parts.DataSource.Contains(":memory:", StringComparison.Ordinal) || parts.Mode == SqliteOpenMode.Memory)
            {
                throw Bad("an order book is kept on disk, not in memory");
            }

            if (parts.DataSource.StartsWith("file:", StringComparison.Ordinal))
            {
                throw Bad("give the path of the file, not a URI");
            }

            // How long a customer waits for another program that writes in the book; 30 s, as the provider has it, is too long.
            if (!parts.ShouldSerialize("Default Timeout"))
            {
                parts.DefaultTimeout = 10;
            }

            // A shared cache has table locks of its own, which no busy timeout waits for.
            parts.Cache = SqliteCacheMode.Private;
            return new SqliteDatabase(parts);
        }
        catch (ArgumentException e)
        {
            throw Bad(e.Message, e);
        }
    }

    public async Task<IPen> OpenPenAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
        _lock ??= BookLock.Take(Name);

        var connection = new SqliteConnection(_writer);
        try
        {
            await connection.OpenAsync(cancellation);
            Prepare(connection);
            return new SqlitePen(connection);
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
            using var connection = new SqliteConnection(_readers);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            using var rows = command.ExecuteReader();
            return rows.Read() ? BookRows.Order(rows) : null;
        },
        cancellation);

    public string Explain(Exception exception) => SqliteErrors.Explain(exception);

    public bool BlamesTheData(Exception exception) => SqliteErrors.BlamesTheData(exception);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_readers));
        _lock?.Dispose();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static OrderBookException Bad(string why, Exception? inner = null) =>
        new($"cafe.book.connection is not one for cafe.book.store = sqlite: {why}.", inner);

    private void Prepare(SqliteConnection connection)
    {
        // Write-ahead log: readers and the writer do not wait for each other. synchronous = FULL: a commit returns when the log
        // is on the disk (NORMAL would lose the last ones in a power cut); fullfsync: on macOS too.
        if (!_readOnly && Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new OrderBookException($"The order book {Name} could not be opened: its file system allows no write-ahead log.");
        }

        Run(connection, "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA busy_timeout = 5000");

        if (Scalar(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'cafe_book'") is 0L)
        {
            // One transaction: a book is made whole or not at all.
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, Schema.Sqlite);
            transaction.Commit();
        }

        BookRows.RequireVersion(Name, Convert.ToInt32(Scalar(connection, "SELECT version FROM cafe_book"), null));
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
