namespace ActorCafe.OrderBook;

/// <summary>Where the order book is kept.</summary>
/// <param name="Store">The kind of database.</param>
/// <param name="Connection">Its connection string.</param>
public sealed record BookSettings(BookStore Store, string Connection)
{
    /// <summary>The number of open orders above which new ones are refused; at least 1.</summary>
    public long MaxOpen { get; init; } = DefaultMaxOpen;

    /// <summary>The default of <see cref="MaxOpen"/>.</summary>
    public const long DefaultMaxOpen = 10_000;
}

/// <summary>The databases that can keep an order book.</summary>
public enum BookStore
{
    Sqlite,
    Postgres,
}
