namespace ActorCafe.OrderBook;

/// <summary>Where the order book is kept.</summary>
/// <param name="Store">The kind of database.</param>
/// <param name="Connection">Its connection string.</param>
public sealed record BookSettings(BookStore Store, string Connection);

/// <summary>The databases that can keep an order book.</summary>
public enum BookStore
{
    Sqlite,
    Postgres,
}
