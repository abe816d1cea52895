using System.Security.Cryptography;

namespace ActorCafe.OrderBook.Storage;

/// <summary>The tables of an order book. Any change to them is a new version.</summary>
internal static class BookSchema
{
    public const int Version = 2;

    // Kept in the transaction that changes the orders, so that opening a book need not read it all.
    private const string Counters = """
        INSERT INTO cafe_served SELECT machine, COUNT(*) FROM cafe_orders
            WHERE outcome = 'served' AND machine IS NOT NULL GROUP BY machine;
        INSERT INTO cafe_book SELECT 2, '{0}', COUNT(*),
            COUNT(*) FILTER (WHERE outcome = 'served'), COUNT(*) FILTER (WHERE outcome <> 'served'),
            COALESCE(SUM(duplicates), 0), COALESCE(MAX(number), 0) FROM cafe_orders;
        """;

    private const string SqliteOrders = """
        CREATE TABLE cafe_orders (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            drink TEXT NOT NULL,
            customer TEXT,
            accepted_at TEXT NOT NULL,
            outcome TEXT,
            machine TEXT,
            ended_at TEXT,
            duplicates INTEGER NOT NULL DEFAULT 0);
        """;

    private const string SqliteSince2 = """
        CREATE INDEX cafe_open_orders ON cafe_orders (number) WHERE outcome IS NULL;
        CREATE TABLE cafe_served (machine TEXT PRIMARY KEY, orders INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE cafe_book (
            version INTEGER NOT NULL,
            id TEXT NOT NULL,
            accepted INTEGER NOT NULL,
            served INTEGER NOT NULL,
            turned_away INTEGER NOT NULL,
            duplicates INTEGER NOT NULL,
            last_number INTEGER NOT NULL);
        """;

    private const string PostgresOrders = """
        CREATE TABLE cafe_orders (
            number bigint PRIMARY KEY,
            id text NOT NULL UNIQUE,
            drink text NOT NULL,
            customer text,
            accepted_at timestamptz NOT NULL,
            outcome text,
            machine text,
            ended_at timestamptz,
            duplicates bigint NOT NULL DEFAULT 0) WITH (fillfactor = 70);
        """;

    // No index of open orders: an update that such an index depends on would have to change all indexes. PostgreSQL is quick to scan.
    private const string PostgresSince2 = """
        CREATE TABLE cafe_served (machine text PRIMARY KEY, orders bigint NOT NULL);
        CREATE TABLE cafe_book (
            version integer NOT NULL,
            id text NOT NULL,
            accepted bigint NOT NULL,
            served bigint NOT NULL,
            turned_away bigint NOT NULL,
            duplicates bigint NOT NULL,
            last_number bigint NOT NULL);
        """;

    private const string DropVersion1 = "DROP TABLE cafe_book;";

    /// <summary>
    /// Returns the SQL that creates a book or migrates an old one, to run in one transaction; null: the book has this program's
    /// version.
    /// </summary>
    /// <param name="store">The database.</param>
    /// <param name="book">The book's name.</param>
    /// <param name="version">The book's version; null: there is no book yet.</param>
    /// <exception cref="OrderBookException">This program cannot read the book.</exception>
    public static string? Upgrade(BookStore store, string book, int? version)
    {
        var (orders, since2) = store == BookStore.Sqlite ? (SqliteOrders, SqliteSince2) : (PostgresOrders, PostgresSince2);
        var counters = Counters.Replace("{0}", RandomNumberGenerator.GetHexString(32, lowercase: true), StringComparison.Ordinal);
        return version switch
        {
            null => orders + since2 + counters,
            1 => DropVersion1 + since2 + counters,
            Version => null,
            _ => throw new OrderBookException($"The order book {book} has schema version {version}; this program reads versions 1 and {Version}."),
        };
    }

    /// <summary>Creates the exception for a book that another process has.</summary>
    public static OrderBookHeldException Held(string book, Exception? inner) => new(
        $"The order book {book} is open in another process. A book belongs to one front at a time: stop the other, or set another cafe.book.connection.", inner);

    /// <summary>Returns the id that was read from a book which another process has.</summary>
    /// <exception cref="OrderBookHeldException">It has none that this program can read.</exception>
    public static string RequireIdOfHeld(string book, int? version, string? id) => version switch
    {
        null => throw new OrderBookHeldException($"The order book {book} is just being created by another process. Try again."),
        1 => throw new OrderBookHeldException(
            $"The order book {book} is open in another process of an older version, which keeps no id in it. Stop that one: the next to open the book gives it an id."),
        Version => id!,
        _ => throw new OrderBookHeldException($"The order book {book} is open in another process and has schema version {version}; this program reads versions 1 and {Version}."),
    };

    /// <summary>Checks that a book connected to again is the one it was before.</summary>
    /// <exception cref="OrderBookException">It is another one.</exception>
    public static void RequireSame(string book, string? before, string now)
    {
        if (before is not null && before != now)
        {
            throw new OrderBookException(
                $"The order book {book} was replaced by another one while open, so no order is accepted: put the first one back, or restart the front to open this one.");
        }
    }
}
