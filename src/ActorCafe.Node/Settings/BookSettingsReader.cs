using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.OrderBook;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActorCafe.Node.Settings;

/// <summary>Validates the connection of the order book and finds its file. Never shows the connection string, which may hold a password.</summary>
internal static class BookSettingsReader
{
    private const string File = "book.db";
    private const string PostgresExample = "\"Host=db;Database=cafe;Username=cafe;Password=...\"";

    /// <param name="keys">The configured keys.</param>
    /// <param name="data">The data folder, which relative files are resolved against.</param>
    /// <param name="isNeeded">Whether this node keeps the book.</param>
    public static BookSettings Read(BookKeys keys, string data, bool isNeeded)
    {
        var (store, connection) = keys.Store.Text == "postgres"
            ? (BookStore.Postgres, keys.Connection is { } written ? Postgres(written) : isNeeded ? throw Missing(keys.Store) : "")
            : (BookStore.Sqlite, Sqlite(keys.Connection, data));
        return new(store, connection) { MaxOpen = keys.MaxOpen };
    }

    private static string Sqlite(SourcedText? written, string data)
    {
        var connection = Sqlite(written);
        if (written is not null && (connection.DataSource == ":memory:" || connection.Mode == SqliteOpenMode.Memory))
        {
            throw written.Error("a book in memory is lost with the node", "write Data Source=FILE");
        }

        if (written is not null && connection.DataSource.Length == 0)
        {
            throw written.Error("it names no file", "write Data Source=FILE");
        }

        if (!connection.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            connection.DataSource = Path.Combine(data, connection.DataSource.Length > 0 ? connection.DataSource : File);
        }

        return connection.ToString();
    }

    private static SqliteConnectionStringBuilder Sqlite(SourcedText? written)
    {
        try
        {
            return new(written?.Text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw written!.Error("it is no connection to SQLite", "write Data Source=FILE, or set cafe.book.store = postgres for a server");
        }
    }

    private static string Postgres(SourcedText written)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(written.Text) is { Host.Length: > 0 } ? written.Text
                : throw written.Error("it names no server", $"write {PostgresExample}");
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            throw written.Error("it is no connection to PostgreSQL", $"write {PostgresExample}");
        }
    }

    private static InputException Missing(SourcedText store) => new(
        store.Source, "cafe.book.connection", "the key is missing, and a book in PostgreSQL needs it",
        $"write connection = {PostgresExample}, or set {NodeVariables.BookConnection}");
}
