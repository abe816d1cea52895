namespace ActorCafe.OrderBook.Tests;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData(BookStore.Sqlite, "Datei=book.db", "datei")]
    [InlineData(BookStore.Sqlite, "", "names no file")]
    [InlineData(BookStore.Sqlite, "Data Source=:memory:", "on disk, not in memory")]
    [InlineData(BookStore.Sqlite, "Data Source=file:book.db", "not a URI")]
    [InlineData(BookStore.Postgres, "Hst=db;Password=secret", "hst")]
    [InlineData(BookStore.Postgres, "Database=cafe", "names no host")]
    [InlineData(BookStore.Postgres, "Host=db;Port=many;Password=secret", "port")]
    [InlineData(BookStore.Postgres, "secret", "initialization string")]
    public void A_bad_connection_names_its_setting_and_what_is_wrong_and_no_password(BookStore store, string connection, string wrong)
    {
        var message = Should.Throw<OrderBookException>(() => DurableOrderBook.Create(new BookSettings(store, connection))).Message;
        message.ShouldStartWith("cafe.book.connection");
        message.ShouldContain(wrong, Case.Sensitive);
        message.ShouldNotContain("secret");
    }
}
