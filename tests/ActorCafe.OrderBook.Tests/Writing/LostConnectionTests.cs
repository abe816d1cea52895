namespace ActorCafe.OrderBook.Tests.Writing;

/// <summary>Connections lost before and during a commit.</summary>
public sealed class LostConnectionTests
{
    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_order_whose_commit_was_not_heard_of_is_found_when_it_is_brought_again()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        database.LoseAcknowledgement = true;
        (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"))).Message.ShouldContain("flaky could not be written: lost");
        book.Totals.Accepted.ShouldBe(0);

        var again = await AcceptAsync(book, "a");
        (again.IsNew, again.Order.Number).ShouldBe((false, 1));
        (await AcceptAsync(book, "b")).Order.Number.ShouldBe(2);
        book.Totals.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_lost_before_anything_was_written_is_made_anew_and_nobody_hears_of_it()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        await AcceptAsync(book, "a");
        database.LoseBeforeWriting = true;

        (await AcceptAsync(book, "b")).Order.Number.ShouldBe(2);
        database.Connections.ShouldBe(2);
        book.Commits.ShouldBe(2);
    }

    private static Task<Acceptance> AcceptAsync(DurableOrderBook book, string id) =>
        book.AcceptAsync(new NewOrder(id, "coffee", null, Opening), CancellationToken.None);

    private static async Task<DurableOrderBook> OpenAsync(FlakyDatabase database)
    {
        var book = new DurableOrderBook(database);
        await book.OpenAsync(CancellationToken.None);
        return book;
    }
}
