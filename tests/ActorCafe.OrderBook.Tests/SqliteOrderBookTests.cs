using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests;

/// <summary>The contract, in an SQLite file.</summary>
public sealed class SqliteOrderBookTests : OrderBookSpec
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");
    private int _places;

    protected override string ManyEnded => """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO cafe_orders SELECT i, 'id-' || i, 'coffee', NULL, '2025-03-01', 'served', 'machine-1', '2025-03-01', 0 FROM n
        """;

    protected override string ExplainQuery => "EXPLAIN QUERY PLAN";

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
