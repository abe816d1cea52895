using System.Data.Common;
using ActorCafe.OrderBook.Storage;
using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests;

/// <summary>The contract, in an SQLite file.</summary>
public sealed class SqliteOrderBookTests : OrderBookSpec
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");
    private int _places;

    [Fact]
    public async Task Open_orders_are_found_by_their_index()
    {
        await using var book = await OpenAsync();
        (await ExecuteAsync($"EXPLAIN QUERY PLAN {BookRows.SelectOpen}")).Single().ShouldEndWith("SCAN cafe_orders USING INDEX cafe_open_orders");
    }

    public override Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<BookSettings> NewPlaceAsync() =>
        Task.FromResult(new BookSettings(BookStore.Sqlite, $"Data Source={Path.Combine(_folder.FullName, $"{++_places}", "data", "book.db")}"));

    protected override DbConnection NewConnection(BookSettings settings) => new SqliteConnection($"{settings.Connection};Pooling=False");

    protected override Task PoisonAsync(string drink) => ExecuteAsync(
        $"CREATE TRIGGER poison BEFORE INSERT ON cafe_orders WHEN new.drink = '{drink}' BEGIN SELECT RAISE(ABORT, 'poison'); END");

    protected override async Task<IAsyncDisposable> HoldWritesAsync()
    {
        var connection = NewConnection(Settings);
        await connection.OpenAsync();
        await Recount.QueryAsync(connection, "BEGIN IMMEDIATE");
        return connection;
    }
}
