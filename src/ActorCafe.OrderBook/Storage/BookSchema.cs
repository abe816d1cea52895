namespace ActorCafe.OrderBook.Storage;

/// <summary>The tables of an order book. Any change to them is a new version.</summary>
internal static class BookSchema
{
    public const int Version = 1;

    public const string Sqlite = """
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
        CREATE TABLE cafe_book (version INTEGER NOT NULL);
        INSERT INTO cafe_book VALUES (1);
        """;

    // Every order is updated once, when it ends. Free space on its page lets that update leave the indexes alone.
    public const string Postgres = """
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
        CREATE TABLE cafe_book (version integer NOT NULL);
        INSERT INTO cafe_book VALUES (1);
        """;

    /// <exception cref="OrderBookException">This program cannot read the book.</exception>
    public static void RequireVersion(string book, int version)
    {
        if (version != Version)
        {
            throw new OrderBookException($"The order book {book} has schema version {version}; this program reads version {Version}.");
        }
    }
}
