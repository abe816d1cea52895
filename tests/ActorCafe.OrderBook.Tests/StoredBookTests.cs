using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests;

/// <summary>
/// Files/book-v1.db, a book written at commit ddac368 by the calls of <see cref="WriteAsync"/>, and Files/book-v2.db, the same
/// after its migration.
/// </summary>
public sealed class StoredBookTests : IDisposable
{
    private static readonly CancellationToken NoCancellation = CancellationToken.None;

    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // All but the book's id, which is drawn.
    private static readonly string[] Queries =
    [
        "SELECT name, sql FROM sqlite_master ORDER BY name",
        "SELECT * FROM cafe_orders ORDER BY number",
        "SELECT * FROM cafe_served",
        "SELECT version, accepted, served, turned_away, duplicates, last_number FROM cafe_book",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("book-v1.db")]
    [InlineData("book-v2.db")]
    public async Task A_stored_book_is_opened_with_its_open_orders_and_totals_and_goes_on_with_the_next_number(string file)
    {
        await using (var book = DurableOrderBook.Create(Settings(CopyStored(file))))
        {
            (await book.OpenAsync(NoCancellation)).ShouldBe(
            [
                new BookedOrder(5, "order-5", "coffee", "Edsger", Opening.AddSeconds(3).AddTicks(12_345_670), null, null, null),
                new BookedOrder(6, "Ø-6 'quoted\"", "flat white", "Ærø 咖啡 ☕", Opening.AddSeconds(4), null, null, null),
                new BookedOrder(8, "order-8", "espresso", null, Opening.AddSeconds(6), null, null, null),
            ]);
            CheckTotals(book.Totals, accepted: 8, served: 3);
            book.Totals.ServedBy.ShouldBe(new Dictionary<string, long> { ["machine-1"] = 2, ["machine-2"] = 1 }, ignoreOrder: true);

            (await book.AcceptAsync(new NewOrder("order-1", "coffee", "Ada", Opening), NoCancellation)).IsNew.ShouldBeFalse();
            (await book.AcceptAsync(new NewOrder("order-9", "coffee", null, Opening), NoCancellation)).Order.Number.ShouldBe(9);
            (await book.CloseAsync(new OrderEnd(4, BookedOutcome.Served, "machine-1", Opening), NoCancellation)).ShouldBeFalse();
            (await book.CloseAsync(new OrderEnd(5, BookedOutcome.Served, "machine-1", Opening), NoCancellation)).ShouldBeTrue();
        }

        await using var again = DurableOrderBook.Create(Settings("stored.db"));
        (await again.OpenAsync(NoCancellation)).Select(order => order.Number).ShouldBe([6, 8, 9]);
        CheckTotals(again.Totals, accepted: 9, served: 4);
    }

    [Theory]
    [InlineData("book-v1.db")]
    [InlineData("book-v2.db")]
    public async Task Orders_of_a_stored_book_are_found_as_they_ended(string file)
    {
        await using var book = DurableOrderBook.Create(Settings(CopyStored(file)));
        await book.OpenAsync(NoCancellation);

        (await book.FindAsync("order-2", NoCancellation)).ShouldBe(new BookedOrder(
            2, "order-2", "espresso", null, Opening.AddSeconds(0.5), BookedOutcome.Served, "machine-2", Opening.AddMinutes(3).AddTicks(12_345_670)));
        (await book.FindAsync("order-3", NoCancellation)).ShouldBe(new BookedOrder(
            3, "order-3", "coffee", "Grace", Opening.AddSeconds(1), BookedOutcome.Rejected, null, Opening.AddMinutes(4)));
        (await book.FindAsync("order-4", NoCancellation))!.Outcome.ShouldBe(BookedOutcome.Reneged);
        (await book.FindAsync("Ø-6 'quoted\"", NoCancellation))!.Customer.ShouldBe("Ærø 咖啡 ☕");
        (await book.FindAsync("order-9", NoCancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_book_written_today_has_the_schema_and_the_rows_of_the_stored_one()
    {
        await using (var book = DurableOrderBook.Create(Settings("today.db")))
        {
            await book.OpenAsync(NoCancellation);
            await WriteAsync(book);
        }

        await using (var migrated = DurableOrderBook.Create(Settings(CopyStored("book-v1.db"))))
        {
            await migrated.OpenAsync(NoCancellation);
        }

        foreach (var query in Queries)
        {
            Rows("today.db", query).ShouldBe(Rows("stored.db", query));
        }
    }

    private static void CheckTotals(BookTotals totals, long accepted, long served) =>
        (totals.Accepted, totals.Served, totals.TurnedAway, totals.Pending, totals.DuplicatesSuppressed)
            .ShouldBe((accepted, served, 2, accepted - served - 2, 3));

    private static async Task WriteAsync(DurableOrderBook book)
    {
        NewOrder[] orders =
        [
            new("order-1", "coffee", "Ada", Opening),
            new("order-2", "espresso", null, Opening.AddSeconds(0.5)),
            new("order-3", "coffee", "Grace", Opening.AddSeconds(1)),
            new("order-4", "coffee", null, Opening.AddSeconds(2)),
            new("order-5", "coffee", "Edsger", new DateTimeOffset(2025, 3, 1, 9, 0, 3, TimeSpan.FromHours(1)).AddTicks(12_345_678)),
            new("Ø-6 'quoted\"", "flat white", "Ærø 咖啡 ☕", Opening.AddSeconds(4)),
            new("order-7", "coffee", "Barbara", Opening.AddSeconds(5)),
            new("order-8", "espresso", null, Opening.AddSeconds(6)),
        ];
        foreach (var order in orders)
        {
            await book.AcceptAsync(order, NoCancellation);
        }

        await book.CloseAsync(new OrderEnd(1, BookedOutcome.Served, "machine-1", Opening.AddMinutes(2)), NoCancellation);
        await book.CloseAsync(new OrderEnd(2, BookedOutcome.Served, "machine-2", Opening.AddMinutes(3).AddTicks(12_345_678)), NoCancellation);
        await book.CloseAsync(new OrderEnd(3, BookedOutcome.Rejected, null, Opening.AddMinutes(4)), NoCancellation);
        await book.CloseAsync(new OrderEnd(4, BookedOutcome.Reneged, null, Opening.AddMinutes(5)), NoCancellation);
        await book.CloseAsync(new OrderEnd(7, BookedOutcome.Served, "machine-1", Opening.AddMinutes(6)), NoCancellation);
        await book.CountDuplicateAsync(2, NoCancellation);
        await book.CountDuplicateAsync(2, NoCancellation);
        await book.CountDuplicateAsync(5, NoCancellation);
    }

    private BookSettings Settings(string file) => new(BookStore.Sqlite, $"Data Source={Path.Combine(_folder.FullName, file)}");

    private string CopyStored(string file)
    {
        const string Copy = "stored.db";
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Files", file), Path.Combine(_folder.FullName, Copy));
        return Copy;
    }

    private List<string> Rows(string file, string query)
    {
        using var connection = new SqliteConnection($"{Settings(file).Connection};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var rows = command.ExecuteReader();
        var read = new List<string>();
        while (rows.Read())
        {
            read.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => $"{rows.GetDataTypeName(i)} {Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)}")));
        }

        return read;
    }
}
