using System.Data.Common;

namespace ActorCafe.OrderBook.Tests;

/// <summary>The contract of an order book, whatever its database. Each test has a book of its own.</summary>
public abstract partial class OrderBookSpec : IAsyncLifetime
{
    protected static readonly CancellationToken NoCancellation = CancellationToken.None;

    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The settings of this test's book.</summary>
    protected BookSettings Settings { get; private set; } = new(BookStore.Sqlite, "");

    public async Task InitializeAsync() => Settings = await NewPlaceAsync();

    public abstract Task DisposeAsync();

    /// <summary>Settings of a place that has no book yet.</summary>
    protected abstract Task<BookSettings> NewPlaceAsync();

    /// <summary>Creates a connection to a book's database from outside the book.</summary>
    protected abstract DbConnection NewConnection(BookSettings settings);

    /// <summary>Makes the database refuse orders of this drink.</summary>
    protected abstract Task PoisonAsync(string drink);

    /// <summary>Blocks all writes to the book, but no reads, until disposed.</summary>
    protected abstract Task<IAsyncDisposable> HoldWritesAsync();

    protected static NewOrder Order(string id, string drink = "coffee") => new(id, drink, "Ada", Opening.AddTicks(12_345_670));

    protected static OrderEnd Served(long number, string machine = "machine-1") =>
        new(number, BookedOutcome.Served, machine, Opening.AddMinutes(2));

    protected static async Task<DurableOrderBook> OpenAsync(BookSettings settings)
    {
        var book = DurableOrderBook.Create(settings);
        await book.OpenAsync(NoCancellation);
        return book;
    }

    protected Task<DurableOrderBook> OpenAsync() => OpenAsync(Settings);

    /// <summary>Runs SQL on the book's database from outside the book. Returns what it answers, a string for each row.</summary>
    protected async Task<List<string>> ExecuteAsync(string sql)
    {
        await using var connection = NewConnection(Settings);
        await connection.OpenAsync();
        return await Recount.QueryAsync(connection, sql);
    }

    private async Task RecountAsync(BookSettings settings, BookTotals totals)
    {
        await using var connection = NewConnection(settings);
        await Recount.CheckAsync(connection, totals);
    }
}
