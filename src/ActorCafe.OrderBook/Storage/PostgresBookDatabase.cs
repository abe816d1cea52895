using System.Data.Common;
using Npgsql;

namespace ActorCafe.OrderBook.Storage;

/// <summary>An order book in a PostgreSQL database, in the first schema of the connection's search path.</summary>
internal sealed class PostgresBookDatabase : IBookDatabase
{
    private readonly NpgsqlDataSource _readers;
    private readonly string _writerConnection;

    private PostgresBookDatabase(NpgsqlConnectionStringBuilder connection)
    {
        Name = $"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}";
        _readers = NpgsqlDataSource.Create(connection);

        // The writer's connection is not pooled: its session holds the lock on the book, which disposing it must release.
        connection.Pooling = false;
        _writerConnection = connection.ConnectionString;
    }

    public string Name { get; }

    public TaskScheduler WriterScheduler => TaskScheduler.Default;

    public static PostgresBookDatabase Create(string connection)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = connection };
            var parts = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.Host))
            {
                throw Invalid("it names no host; write \"Host=db;Database=cafe;Username=cafe;Password=...\"");
            }

            // A customer waits for this. Npgsql's 15 and 30 s are too long to report that the database is unavailable.
            if (!given.ContainsKey("Timeout"))
            {
                parts.Timeout = 5;
            }

            if (!given.ContainsKey("Command Timeout") && !given.ContainsKey("CommandTimeout"))
            {
                parts.CommandTimeout = 10;
            }

            // Enough for reads. Npgsql's 100 is all the connections that a server accepts by default.
            if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
            {
                parts.MaxPoolSize = 16;
            }

            if (string.IsNullOrEmpty(parts.ApplicationName))
            {
                parts.ApplicationName = "actorcafe";
            }

            return new PostgresBookDatabase(parts);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw Invalid(e.Message, e);
        }
    }

    public async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_writerConnection);
        try
        {
            await connection.OpenAsync(cancellation);
            await PostgresSession.PrepareAsync(connection, Name, cancellation);
            return new PostgresBookConnection(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await FindOnceAsync(id, cancellation);
        }
        catch (NpgsqlException e) when (e.IsTransient || e.InnerException is IOException)
        {
            // The pool may hold connections from before the database was restarted.
            _readers.Clear();
            return await FindOnceAsync(id, cancellation);
        }
    }

    public string Explain(Exception exception) => PostgresErrors.Explain(exception);

    public bool IsDataError(Exception exception) => PostgresErrors.IsDataError(exception);

    public ValueTask DisposeAsync() => _readers.DisposeAsync();

    // Npgsql's messages name the keyword that is wrong, never its value: no password reaches a log.
    private static OrderBookException Invalid(string why, Exception? inner = null) =>
        new($"cafe.book.connection is not one for cafe.book.store = postgres: {why.TrimEnd('.')}.", inner);

    private async Task<BookedOrder?> FindOnceAsync(string id, CancellationToken cancellation)
    {
        await using var command = _readers.CreateCommand($"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? BookRows.Read(rows) : null;
    }
}
