using Npgsql;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>Makes a fresh connection the one that writes in the book.</summary>
internal static class PostgresSession
{
    // "CAFE": the first half of the key under which sessions agree who has the book; the second half is the schema's.
    private const int LockClass = 0x43414645;

    /// <summary>Lets go of the book; closing the connection would do it too, but some time later.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // A connection that is lost has let go.
        }
    }

    public static async Task PrepareAsync(NpgsqlConnection connection, string book, CancellationToken cancellation)
    {
        // Before the tables: two who make them at once would both fail.
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
            await RunAsync(Schema.Postgres);
            await transaction.CommitAsync(cancellation);
        }

        BookRows.RequireVersion(book, await ScalarAsync("SELECT version FROM cafe_book") is int version ? version : 0);

        async Task LockAsync()
        {
            try
            {
                // Waits a little: of a front that was killed the server may hear later than of the one that takes its place.
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
