using System.Data.Common;
using Npgsql;

namespace ActorCafe.OrderBook.Storage;

/// <summary>An order book in a PostgreSQL database, in the first schema of the connection's search path.</summary>
internal sealed class PostgresBookDatabase : IBookDatabase
{
    private readonly NpgsqlDataSource _readers;
    private readonly string _writerConnection;
    private string? _id;

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

    public async Task<BookIdentity> IdentifyAsync(CancellationToken cancellation)
    {
        if (_id is not null)
        {
            return new BookIdentity(_id, IsHeldElsewhere: false, Notice: null);
        }

        try
        {
            await using var connection = await ConnectSessionAsync(cancellation);
            return new BookIdentity(connection.Id, IsHeldElsewhere: false, Notice: null);
        }
        catch (OrderBookHeldException)
        {
            await using var reader = await _readers.OpenConnectionAsync(cancellation);
            return new BookIdentity(await PostgresSession.ReadIdOfHeldAsync(reader, Name, cancellation), IsHeldElsewhere: true, Notice: null);
        }
    }

    public async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = await ConnectSessionAsync(cancellation);
        _id = connection.Id;
        return connection;
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

    private async Task<PostgresBookConnection> ConnectSessionAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_writerConnection);
        try
        {
            await connection.OpenAsync(cancellation);
            var id = await PostgresSession.PrepareAsync(connection, Name, mayCreate: _id is null, cancellation);
            BookSchema.RequireSame(Name, _id, id);
            return new PostgresBookConnection(connection, id);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<BookedOrder?> FindOnceAsync(string id, CancellationToken cancellation)
    {
        await using var command = _readers.CreateCommand($"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? BookRows.Read(rows) : null;
    }
}
