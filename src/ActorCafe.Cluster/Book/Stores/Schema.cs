namespace ActorCafe.Cluster.Book.Stores;

/// <summary>The tables of an order book; a change of them is a new version.</summary>
internal static class Schema
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

    // Every order is updated once, when it ends: with room on its page that touches no index.
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
}
