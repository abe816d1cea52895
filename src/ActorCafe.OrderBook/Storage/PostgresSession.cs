using Npgsql;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Turns a new connection into the session that writes to the book, and releases the book again.</summary>
internal static class PostgresSession
{
    // "CAFE", the first half of the advisory lock's key; the second half is a hash of the schema's name.
    private const int LockClass = 0x43414645;

    /// <summary>Unlocks the book at once; closing the connection would do so only some time later.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // A lost connection no longer holds the lock.
        }
    }

    /// <summary>Locks the book, and creates or migrates it. Returns its id.</summary>
    /// <param name="connection">A connection that nothing else uses.</param>
    /// <param name="book">The book's name.</param>
    /// <param name="mayCreate">Whether a book may be created if there is none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<string> PrepareAsync(NpgsqlConnection connection, string book, bool mayCreate, CancellationToken cancellation)
    {
        // Before the tables are created: two sessions creating them at once would both fail.
        await LockAsync();

        if (await ScalarAsync("SHOW fsync") is "off")
        {
            throw new OrderBookException(
                $"The order book {book} could not be opened: the database runs with fsync = off, and would lose orders it says it has.");
        }

        if (await ScalarAsync("SHOW synchronous_commit") is "off")
        {
            await RunAsync("SET synchronous_commit = on");
        }

        var version = await ReadVersionAsync(connection, cancellation);
        if (version is null && !mayCreate)
        {
            throw new OrderBookException($"The order book {book} was deleted while open, so no order is accepted: restore it, or restart the front to begin a new one.");
        }

        if (BookSchema.Upgrade(BookStore.Postgres, book, version) is { } upgrade)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            // Migrating a large book takes longer than a customer would wait.
            await using var command = new NpgsqlCommand(upgrade, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return (string)(await ScalarAsync("SELECT id FROM cafe_book"))!;

        async Task LockAsync()
        {
            try
            {
                // Waits a little: the server may learn of a front's death only after its successor has connected.
                await RunAsync("SET lock_timeout = '2s'");
                await RunAsync($"SELECT pg_advisory_lock({LockClass}, hashtext(current_schema()))");
                await RunAsync("RESET lock_timeout");
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                throw BookSchema.Held(book, e);
            }
        }

        Task<object?> ScalarAsync(string sql) => PostgresSession.ScalarAsync(connection, sql, cancellation);

        Task RunAsync(string sql) => ScalarAsync(sql);
    }

    /// <summary>Reads the id of a book that another process has.</summary>
    public static async Task<string> ReadIdOfHeldAsync(NpgsqlConnection connection, string book, CancellationToken cancellation)
    {
        var version = await ReadVersionAsync(connection, cancellation);
        var id = version == BookSchema.Version ? (string?)await ScalarAsync(connection, "SELECT id FROM cafe_book", cancellation) : null;
        return BookSchema.RequireIdOfHeld(book, version, id);
    }

    private static async Task<int?> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await ScalarAsync(connection, "SELECT to_regclass(quote_ident(current_schema()) || '.cafe_book') IS NULL", cancellation) is true
            ? null
            : await ScalarAsync(connection, "SELECT version FROM cafe_book", cancellation) is int version ? version : 0;

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
