using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.OrderBook.Tests;

public abstract partial class OrderBookSpec
{
    private const string MakeVersion1 = """
        DROP TABLE cafe_book; DROP TABLE cafe_served; DROP INDEX IF EXISTS cafe_open_orders;
        CREATE TABLE cafe_book (version INTEGER NOT NULL);
        INSERT INTO cafe_book VALUES (1);
        """;

    [ConditionalFact]
    public async Task A_book_has_an_id_of_its_own_which_never_changes()
    {
        await using var book = DurableOrderBook.Create(Settings);
        var created = await book.IdentifyAsync(NoCancellation);
        created.ShouldBe(new BookIdentity(created.Id, IsHeldElsewhere: false, Notice: null));
        (await book.IdentifyAsync(NoCancellation)).ShouldBe(created);
        (await book.OpenAsync(NoCancellation)).ShouldBeEmpty();
        (await book.IdentifyAsync(NoCancellation)).ShouldBe(created);

        await using var other = DurableOrderBook.Create(await NewPlaceAsync());
        (await other.IdentifyAsync(NoCancellation)).Id.ShouldNotBe(created.Id);
    }

    [ConditionalFact]
    public async Task A_book_that_was_identified_is_still_free_for_others()
    {
        await using var looking = DurableOrderBook.Create(Settings);
        var id = (await looking.IdentifyAsync(NoCancellation)).Id;

        await using var book = await OpenAsync();
        (await book.IdentifyAsync(NoCancellation)).Id.ShouldBe(id);
    }

    [ConditionalFact]
    public async Task A_book_that_another_front_has_is_identified_and_said_to_be_held()
    {
        await using var waiting = DurableOrderBook.Create(Settings);
        string id;
        await using (var book = await OpenAsync())
        {
            id = (await book.IdentifyAsync(NoCancellation)).Id;
            (await waiting.IdentifyAsync(NoCancellation)).ShouldBe(new BookIdentity(id, IsHeldElsewhere: true, Notice: null));
        }

        (await waiting.IdentifyAsync(NoCancellation)).ShouldBe(new BookIdentity(id, IsHeldElsewhere: false, Notice: null));
    }

    [ConditionalFact]
    public async Task A_book_that_a_front_of_version_1_has_is_not_touched_and_cannot_be_identified()
    {
        await using var old = await OpenAsync();
        await ExecuteAsync(MakeVersion1);

        await using var waiting = DurableOrderBook.Create(Settings);
        (await Should.ThrowAsync<OrderBookHeldException>(waiting.IdentifyAsync(NoCancellation)))
            .Message.ShouldContain("is open in another process of an older version, which keeps no id in it");
        (await ExecuteAsync("SELECT * FROM cafe_book")).ShouldBe(["1"]);
    }

    [ConditionalFact]
    public async Task A_book_of_version_1_is_migrated_with_its_orders_and_counted_once()
    {
        BookTotals totals;
        await using (var book = await OpenAsync())
        {
            foreach (var id in (string[])["a", "b", "c", "d"])
            {
                await book.AcceptAsync(Order(id), NoCancellation);
            }

            await book.CloseAsync(Served(1), NoCancellation);
            await book.CloseAsync(Served(4, "machine-2"), NoCancellation);
            await book.CloseAsync(new OrderEnd(2, BookedOutcome.Reneged, null, Opening), NoCancellation);
            await book.CountDuplicateAsync(4, NoCancellation);
            totals = book.Totals;
        }

        await ExecuteAsync(MakeVersion1);
        await using var migrated = DurableOrderBook.Create(Settings);
        var identity = await migrated.IdentifyAsync(NoCancellation);
        (await migrated.OpenAsync(NoCancellation)).Single().Id.ShouldBe("c");
        (await migrated.IdentifyAsync(NoCancellation)).Id.ShouldBe(identity.Id);
        (migrated.Totals with { ServedBy = totals.ServedBy }).ShouldBe(totals);
        await RecountAsync(Settings, migrated.Totals);
        (await migrated.AcceptAsync(Order("e"), NoCancellation)).Order.Number.ShouldBe(5);
    }
}
