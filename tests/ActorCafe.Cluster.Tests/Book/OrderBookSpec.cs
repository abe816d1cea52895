using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Settings;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Tests.Book;

/// <summary>What an order book promises, whatever it is kept in. Each test has a book of its own.</summary>
public abstract partial class OrderBookSpec : IAsyncLifetime
{
    protected static readonly CancellationToken NoCancellation = CancellationToken.None;

    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Where the book of this test is.</summary>
    protected BookSettings Settings { get; private set; } = new(BookStore.Sqlite, "");

    public async Task InitializeAsync() => Settings = await NewPlaceAsync();

    public abstract Task DisposeAsync();

    /// <summary>A place where no book has been yet.</summary>
    protected abstract Task<BookSettings> NewPlaceAsync();

    /// <summary>Changes the book's database from outside.</summary>
    protected abstract Task ExecuteAsync(string sql);

    /// <summary>Makes the database refuse an order of this drink.</summary>
    protected abstract Task PoisonAsync(string drink);

    /// <summary>Stops all writing in the book until disposed of; reading goes on.</summary>
    protected abstract Task<IAsyncDisposable> HoldWritesAsync();

    protected static NewOrder Order(string id, string drink = "coffee") => new(id, drink, "Ada", Opening.AddTicks(12_345_670));

    protected static OrderEnd Served(long number, string machine = "machine-1") =>
        new(number, Outcome.Served, machine, Opening.AddMinutes(2));

    protected static async Task<OrderBook> OpenAsync(BookSettings settings)
    {
        var book = OrderBooks.Create(settings);
        await book.OpenAsync(NoCancellation);
        return book;
    }

    protected Task<OrderBook> OpenAsync() => OpenAsync(Settings);
}
