using ActorCafe.Cluster.Book.Stores;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Cluster.Book;

/// <summary>Makes order books.</summary>
public static class OrderBooks
{
    /// <summary>An order book, not yet opened, in the database the settings name.</summary>
    /// <exception cref="OrderBookException">The connection string is not one for that database.</exception>
    public static OrderBook Create(BookSettings settings) => new(settings.Store switch
    {
        BookStore.Sqlite => SqliteDatabase.At(settings.Connection),
        BookStore.Postgres => PostgresDatabase.At(settings.Connection),
        _ => throw new OrderBookException($"cafe.book.store: there is no store {settings.Store}."),
    });
}
