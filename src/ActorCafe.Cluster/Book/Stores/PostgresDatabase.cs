using System.Data.Common;
using Npgsql;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>An order book in a PostgreSQL database, in the schema the connection looks into first.</summary>
internal sealed class PostgresDatabase : IBookDatabase
{
    private readonly NpgsqlDataSource _readers;
    private readonly string _writer;

    private PostgresDatabase(NpgsqlConnectionStringBuilder connection)
    {
        Name = $"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}";
        _readers = NpgsqlDataSource.Create(connection);

        // The writer's session holds the lock on the book: it must be no one else's, and end when it is put away.
        connection.Pooling = false;
        _writer = connection.ConnectionString;
    }

    public string Name { get; }

    public TaskScheduler WritersPlace => TaskScheduler.Default;

    public static PostgresDatabase At(string connection)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = connection };
            var parts = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.Host))
            {
                throw Bad("it names no host; write \"Host=db;Database=cafe;Username=cafe;Password=...\"");
            }

            // A customer waits for this: 15 and 30 s, as Npgsql has them, are too long to say that the database is away.
            if (!given.ContainsKey("Timeout"))
            {
                parts.Timeout = 5;
            }

            if (!given.ContainsKey("Command Timeout") && !given.ContainsKey("CommandTimeout"))
            {
                parts.CommandTimeout = 10;
            }
            // Enough for reading; a hundred, as Npgsql has it, is all a server has by default.
            if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
            {
                parts.MaxPoolSize = 16;
            }

            if (string.IsNullOrEmpty(parts.ApplicationName))
            {
                parts.ApplicationName = "actorcafe";
            }

            return new PostgresDatabase(parts);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw Bad(e.Message, e);
        }
    }

    public async Task<IPen> OpenPenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_writer);
        try
        {
            await connection.OpenAsync(cancellation);
            await PostgresSession.PrepareAsync(connection, Name, cancellation);
            return new PostgresPen(connection);
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
            // The pool may have kept connections from before the database was restarted.
            _readers.Clear();
            return await FindOnceAsync(id, cancellation);
        }
    }

    public string Explain(Exception exception) => PostgresErrors.Explain(exception);

    public bool BlamesTheData(Exception exception) => PostgresErrors.BlamesTheData(exception);

    public ValueTask DisposeAsync() => _readers.DisposeAsync();

    // Npgsql's messages name the word it did not understand, never a value: no password gets into a log.
    private static OrderBookException Bad(string why, Exception? inner = null) =>
        new($"cafe.book.connection is not one for cafe.book.store = postgres: {why.TrimEnd('.')}.", inner);

    private async Task<BookedOrder?> FindOnceAsync(string id, CancellationToken cancellation)
    {
        await using var command = _readers.CreateCommand($"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? BookRows.Order(rows) : null;
    }
}
