using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.OrderBook.Tests;

public abstract partial class OrderBookSpec
{
    [ConditionalFact]
    public async Task A_new_book_is_empty_and_counts_its_orders_from_one()
    {
        await using var book = DurableOrderBook.Create(Settings);
        (await book.OpenAsync(NoCancellation)).ShouldBeEmpty();
        book.Totals.ShouldBe(BookTotals.Empty);

        (await book.AcceptAsync(Order("a"), NoCancellation)).Order.Number.ShouldBe(1);
        (await book.AcceptAsync(Order("b"), NoCancellation)).Order.Number.ShouldBe(2);
        (await book.AcceptAsync(Order("c"), NoCancellation)).Order.Number.ShouldBe(3);
    }

    [ConditionalFact]
    public async Task The_same_id_again_gives_the_order_as_it_stands()
    {
        await using var book = await OpenAsync();
        var first = await book.AcceptAsync(Order("a"), NoCancellation);
        first.IsNew.ShouldBeTrue();

        (await book.AcceptAsync(Order("a", "espresso"), NoCancellation)).ShouldBe(new Acceptance(first.Order, IsNew: false));
        await book.CloseAsync(Served(1), NoCancellation);
        (await book.AcceptAsync(Order("a"), NoCancellation)).Order.Outcome.ShouldBe(BookedOutcome.Served);
        book.Totals.Accepted.ShouldBe(1);
    }

    [ConditionalFact]
    public async Task What_is_read_is_what_was_written()
    {
        await using var book = await OpenAsync();
        var (written, _) = await book.AcceptAsync(
            new NewOrder("Ø-1 'quoted\"", "flat white", "Ærø 咖啡 ☕", new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(7)),
            NoCancellation);

        written.AcceptedAt.ShouldBe(Opening);
        (await book.FindAsync("Ø-1 'quoted\"", NoCancellation)).ShouldBe(written);
        await book.CloseAsync(Served(1, "machine-7"), NoCancellation);
        (await book.FindAsync(written.Id, NoCancellation)).ShouldBe(
            written with { Outcome = BookedOutcome.Served, Machine = "machine-7", EndedAt = Opening.AddMinutes(2) });
        (await book.FindAsync("unknown", NoCancellation)).ShouldBeNull();
    }

    [ConditionalFact]
    public async Task An_order_ends_once_and_stays_as_it_ended()
    {
        await using var book = await OpenAsync();
        await book.AcceptAsync(Order("a"), NoCancellation);

        (await book.CloseAsync(Served(1, "machine-1"), NoCancellation)).ShouldBeTrue();
        (await book.CloseAsync(Served(1, "machine-2"), NoCancellation)).ShouldBeFalse();
        (await book.CloseAsync(new OrderEnd(1, BookedOutcome.Reneged, null, Opening), NoCancellation)).ShouldBeFalse();

        (await book.FindAsync("a", NoCancellation))!.Machine.ShouldBe("machine-1");
        book.Totals.Served.ShouldBe(1);
        book.Totals.TurnedAway.ShouldBe(0);
        book.Totals.ServedBy.ShouldBe(new Dictionary<string, long> { ["machine-1"] = 1 }, ignoreOrder: true);
    }

    [ConditionalFact]
    public async Task Reopening_resumes_what_is_open_and_goes_on_counting()
    {
        await using (var book = await OpenAsync())
        {
            foreach (var id in (string[])["a", "b", "c", "d", "e"])
            {
                await book.AcceptAsync(Order(id), NoCancellation);
            }

            await book.CloseAsync(Served(1, "machine-1"), NoCancellation);
            await book.CloseAsync(Served(3, "machine-2"), NoCancellation);
            await book.CloseAsync(new OrderEnd(5, BookedOutcome.Rejected, null, Opening), NoCancellation);
            await book.CountDuplicateAsync(3, NoCancellation);
            await book.CountDuplicateAsync(3, NoCancellation);
        }

        await using var again = DurableOrderBook.Create(Settings);
        var open = await again.OpenAsync(NoCancellation);
        open.Select(order => order.Id).ShouldBe(["b", "d"]);
        open[0].ShouldBe(await again.FindAsync("b", NoCancellation));

        var totals = again.Totals;
        (totals.Accepted, totals.Served, totals.TurnedAway, totals.Pending, totals.DuplicatesSuppressed).ShouldBe((5, 2, 1, 2, 2));
        totals.ServedBy.ShouldBe(new Dictionary<string, long> { ["machine-1"] = 1, ["machine-2"] = 1 }, ignoreOrder: true);
        (await again.AcceptAsync(Order("f"), NoCancellation)).Order.Number.ShouldBe(6);
    }

    [ConditionalFact]
    public async Task An_order_that_is_not_in_the_book_cannot_end_or_be_counted()
    {
        await using var book = await OpenAsync();
        (await Should.ThrowAsync<OrderBookException>(book.CloseAsync(Served(17), NoCancellation)))
            .Message.ShouldBe("Order 17 is not in the order book.");
        await Should.ThrowAsync<OrderBookException>(book.CountDuplicateAsync(17, NoCancellation));
        book.Totals.ShouldBe(BookTotals.Empty);
    }

    [ConditionalFact]
    public async Task A_book_is_of_use_only_between_opening_and_closing_and_closes_once()
    {
        var book = DurableOrderBook.Create(Settings);
        await Should.ThrowAsync<OrderBookException>(book.AcceptAsync(Order("a"), NoCancellation));
        await book.OpenAsync(NoCancellation);
        await Should.ThrowAsync<OrderBookException>(book.OpenAsync(NoCancellation));
        await book.DisposeAsync();
        await book.DisposeAsync();
        await Should.ThrowAsync<OrderBookException>(book.AcceptAsync(Order("a"), NoCancellation));
        await Should.ThrowAsync<OrderBookException>(book.FindAsync("a", NoCancellation));
    }

    [ConditionalFact]
    public async Task A_book_belongs_to_one_front_at_a_time()
    {
        await using var second = DurableOrderBook.Create(Settings);
        await using (await OpenAsync())
        {
            (await Should.ThrowAsync<OrderBookHeldException>(second.OpenAsync(NoCancellation)))
                .Message.ShouldContain("is open in another process");
        }

        (await second.OpenAsync(NoCancellation)).ShouldBeEmpty();
    }

    [ConditionalFact]
    public async Task A_book_of_another_version_is_refused()
    {
        await using (await OpenAsync())
        {
        }

        await ExecuteAsync("UPDATE cafe_book SET version = 3");
        await using var book = DurableOrderBook.Create(Settings);
        (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(NoCancellation)))
            .Message.ShouldEndWith("has schema version 3; this program reads versions 1 and 2.");
    }
}
