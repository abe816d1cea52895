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

    public static async Task PrepareAsync(NpgsqlConnection connection, string book, CancellationToken cancellation)
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

        if (await ScalarAsync("SELECT to_regclass(quote_ident(current_schema()) || '.cafe_book') IS NULL") is true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await RunAsync(BookSchema.Postgres);
            await transaction.CommitAsync(cancellation);
        }

        BookSchema.RequireVersion(book, await ScalarAsync("SELECT version FROM cafe_book") is int version ? version : 0);

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
                throw new OrderBookException(
                    $"The order book {book} is open in another process. A book belongs to one front at a time: stop the other, or set another cafe.book.connection.", e);
            }
        }

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(cancellation);
        }

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
