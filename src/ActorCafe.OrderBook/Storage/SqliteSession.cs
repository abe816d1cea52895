using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Turns a new connection into the one that writes to a book, and creates or migrates the book.</summary>
internal static class SqliteSession
{
    private const string CountBook = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'cafe_book'";

    /// <summary>Prepares the connection. Returns the book's id.</summary>
    public static string Prepare(SqliteConnection connection, string book, bool isReadOnly)
    {
        // Write-ahead log: readers and the writer do not block each other. synchronous = FULL: a commit returns once the log is
        // on disk (NORMAL could lose the last commits in a power failure); fullfsync: the same on macOS.
        if (!isReadOnly && Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new OrderBookException($"The order book {book} could not be opened: its file system allows no write-ahead log.");
        }

        Run(connection, "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA busy_timeout = 5000");

        if (BookSchema.Upgrade(BookStore.Sqlite, book, ReadVersion(connection)) is { } upgrade)
        {
            // One transaction: a book is created or migrated completely or not at all.
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, upgrade);
            transaction.Commit();
        }

        return (string)Scalar(connection, "SELECT id FROM cafe_book")!;
    }

    /// <summary>Reads the id of a book that another process has.</summary>
    public static string ReadIdOfHeld(SqliteConnection connection, string book)
    {
        var version = ReadVersion(connection);
        return BookSchema.RequireIdOfHeld(book, version, version == BookSchema.Version ? (string?)Scalar(connection, "SELECT id FROM cafe_book") : null);
    }

    /// <summary>
    /// Writes everything committed to the book file itself and syncs it. After a failed sync nothing less will do: the system may
    /// take the log for synced.
    /// </summary>
    /// <exception cref="OrderBookException">A part of it could not be written.</exception>
    public static void Checkpoint(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var rows = command.ExecuteReader();
        if (rows.Read() && rows.GetInt64(0) != 0)
        {
            throw new OrderBookException($"The order book {connection.DataSource} cannot be synced: another program is reading it.");
        }
    }

    private static int? ReadVersion(SqliteConnection connection) =>
        Scalar(connection, CountBook) is 0L ? null : Convert.ToInt32(Scalar(connection, "SELECT version FROM cafe_book"), null);

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
