using System.Collections.Concurrent;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests.Writing;

/// <summary>Connections lost before and during a commit.</summary>
public sealed class LostConnectionTests
{
    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _reread = new();
    private readonly TaskCompletionSource _isReread = new();

    [Fact]
    public async Task An_order_whose_commit_was_not_heard_of_is_said_to_be_uncertain_and_read_again_without_anybody_asking()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        database.Next = Fault.AcknowledgementLost;
        var failure = await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"));
        failure.MayHaveSucceeded.ShouldBeTrue();
        failure.Message.ShouldBe("The order book flaky failed during a commit: lost. The order may or may not have been accepted; ask again with the same id.");

        await _isReread.Task.WaitAsync(Patience);
        _reread.ShouldBe(["a"]);
        var again = await AcceptAsync(book, "a");
        (again.IsNew, again.Order.Number).ShouldBe((false, 1));
        (await AcceptAsync(book, "b")).Order.Number.ShouldBe(2);
        (book.Totals.Accepted, book.Obstacle).ShouldBe((2, null));
    }

    [Fact]
    public async Task An_order_whose_commit_failed_is_said_to_be_uncertain_and_is_new_when_it_is_brought_again()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        await AcceptAsync(book, "a");
        database.Next = Fault.CommitFails;
        (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"))).MayHaveSucceeded.ShouldBeTrue();

        await _isReread.Task.WaitAsync(Patience);
        _reread.ShouldBe(["a"]);
        (await AcceptAsync(book, "b")).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task A_book_that_cannot_be_read_again_says_so_and_refuses_orders_and_is_read_when_it_can_be()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        database.Next = Fault.AcknowledgementLost;
        database.IsAway = true;
        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"));

        var refusal = await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"));
        refusal.MayHaveSucceeded.ShouldBeFalse();
        refusal.Message.ShouldContain("away. Nothing was accepted; try again later");
        book.Obstacle.ShouldBe("The order book flaky cannot be read again after a failure: away. It is tried every second.");
        _reread.ShouldBeEmpty();

        database.IsAway = false;
        await _isReread.Task.WaitAsync(Patience);
        _reread.ShouldBe(["a"]);
        (await AcceptAsync(book, "b")).IsNew.ShouldBeTrue();
        book.Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_open_is_read_again_before_anything_else_is_committed()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        await AcceptAsync(book, "a");
        database.Next = Fault.AcknowledgementLost;
        database.IsAway = true;
        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"));

        database.IsAway = false;
        await book.CloseAsync(new OrderEnd(1, BookedOutcome.Served, "machine-1", Opening), CancellationToken.None);
        _reread.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Whoever_cannot_take_the_reread_orders_is_given_them_again()
    {
        await using var database = new FlakyDatabase();
        await using var book = new DurableOrderBook(database);
        var refused = false;
        await book.OpenAsync(open =>
        {
            if (!refused)
            {
                refused = true;
                throw new InvalidOperationException("not now");
            }

            Take(open);
        }, CancellationToken.None);
        database.Next = Fault.AcknowledgementLost;
        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"));

        await _isReread.Task.WaitAsync(Patience);
        _reread.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(nameof(Fault.BeforeWriting))]
    [InlineData(nameof(Fault.BeforeCommit))]
    public async Task A_connection_lost_before_the_commit_is_made_anew_and_nobody_hears_of_it(string fault)
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        await AcceptAsync(book, "a");
        database.Next = Enum.Parse<Fault>(fault);

        (await AcceptAsync(book, "b")).Order.Number.ShouldBe(2);
        database.Connections.ShouldBe(2);
        book.Commits.ShouldBe(2);
        _reread.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_front_took_while_the_connection_was_lost_is_read_too()
    {
        await using var database = new FlakyDatabase();
        await using var book = await OpenAsync(database);
        await AcceptAsync(book, "a");
        await using (var other = new SqliteConnection($"{database.Connection};Pooling=False"))
        {
            await other.OpenAsync();
            await Recount.QueryAsync(other, """
                INSERT INTO cafe_orders (number, id, drink, accepted_at) VALUES (2, 'b', 'coffee', '2025-03-01');
                UPDATE cafe_book SET accepted = 2, last_number = 2
                """);
        }

        database.Next = Fault.BeforeWriting;
        (await AcceptAsync(book, "c")).Order.Number.ShouldBe(3);
        _reread.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Counters_equal_a_recount_whatever_fails()
    {
        var operation = Gen.OneOf<BookOperation>(
            Gen.Int[0, 30].Select(id => (BookOperation)new BookOperation.Accept($"id-{id}")),
            Gen.Select(Gen.Long[1, 20], Gen.Int[0, 2], Gen.Int[1, 3]).Select((number, end, machine) => (BookOperation)new BookOperation.Close(number, (BookedOutcome)end, $"machine-{machine}")),
            Gen.Long[1, 20].Select(number => (BookOperation)new BookOperation.Duplicate(number)));
        var groups = Gen.Select(Gen.Int[-1, 3], operation.Array[1, 8]).Array[1, 8];

        await groups.SampleAsync(RunAsync, iter: 10, threads: 1);

        async Task RunAsync((int Fault, BookOperation[] Operations)[] groups)
        {
            await using var database = new FlakyDatabase();
            await using var book = await OpenAsync(database);
            foreach (var (fault, operations) in groups)
            {
                database.Next = fault < 0 ? null : (Fault)fault;
                await Task.WhenAll(operations.Select(each => OrderBookSpec.AnswerAsync(book, each)));
            }

            database.Next = null;
            await AcceptAsync(book, "last");
            await using var connection = new SqliteConnection($"{database.Connection};Pooling=False");
            await Recount.CheckAsync(connection, book.Totals);
        }
    }

    private static Task<Acceptance> AcceptAsync(DurableOrderBook book, string id) =>
        book.AcceptAsync(new NewOrder(id, "coffee", null, Opening), CancellationToken.None);

    private async Task<DurableOrderBook> OpenAsync(FlakyDatabase database)
    {
        var book = new DurableOrderBook(database);
        await book.OpenAsync(open => Take(open), CancellationToken.None);
        return book;
    }

    private void Take(IEnumerable<BookedOrder> open)
    {
        foreach (var order in open)
        {
            _reread.Enqueue(order.Id);
        }

        _isReread.TrySetResult();
    }
}
