using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests;

/// <summary>The contract, in an SQLite file.</summary>
public sealed class SqliteOrderBookTests : OrderBookSpec
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");
    private int _places;

    public override Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<BookSettings> NewPlaceAsync() =>
        Task.FromResult(new BookSettings(BookStore.Sqlite, $"Data Source={Path.Combine(_folder.FullName, $"{++_places}", "data", "book.db")}"));

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = Connect();
        await RunAsync(connection, sql);
    }

    protected override Task PoisonAsync(string drink) => ExecuteAsync(
        $"CREATE TRIGGER poison BEFORE INSERT ON cafe_orders WHEN new.drink = '{drink}' BEGIN SELECT RAISE(ABORT, 'poison'); END");

    protected override async Task<IAsyncDisposable> HoldWritesAsync()
    {
        var connection = Connect();
        await RunAsync(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"{Settings.Connection};Pooling=False");
        connection.Open();
        return connection;
    }
}
