using ActorCafe.OrderBook.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Fixtures;
using Npgsql;

namespace ActorCafe.OrderBook.Tests.Storage;

/// <summary>A book whose database fails and recovers.</summary>
[NeedsPostgres]
[Collection(PostgresCollection.Name)]
public sealed class PostgresFaultTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [ConditionalFact]
    public async Task A_database_that_is_away_is_said_plainly_and_work_goes_on_when_it_is_back()
    {
        await using var book = DurableOrderBook.Create(await postgres.NewPlaceAsync());
        await book.OpenAsync(CancellationToken.None);
        await AcceptAsync(book, "before");

        await postgres.Server.KillAsync();
        try
        {
            (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "away"))).Message.ShouldContain("the connection to the database failed");
            await Should.ThrowAsync<OrderBookException>(book.CloseAsync(new OrderEnd(1, BookedOutcome.Served, null, Opening), CancellationToken.None));
            (await Should.ThrowAsync<OrderBookException>(book.FindAsync("before", CancellationToken.None))).Message.ShouldContain("could not be read");
            book.Totals.Accepted.ShouldBe(1);
        }
        finally
        {
            await postgres.Server.StartAgainAsync();
        }

        (await AcceptAsync(book, "away")).Order.Number.ShouldBe(2);
        (await book.CloseAsync(new OrderEnd(1, BookedOutcome.Served, null, Opening), CancellationToken.None)).ShouldBeTrue();
        (await book.FindAsync("before", CancellationToken.None))!.Outcome.ShouldBe(BookedOutcome.Served);
    }

    [ConditionalFact]
    public async Task A_database_that_was_restarted_between_two_orders_costs_nobody_an_order()
    {
        await using var book = DurableOrderBook.Create(await postgres.NewPlaceAsync());
        await book.OpenAsync(CancellationToken.None);
        await AcceptAsync(book, "before");
        (await book.FindAsync("before", CancellationToken.None)).ShouldNotBeNull();

        await postgres.Server.KillAsync();
        await postgres.Server.StartAgainAsync();

        (await book.FindAsync("before", CancellationToken.None)).ShouldNotBeNull();
        (await AcceptAsync(book, "after")).Order.Number.ShouldBe(2);
    }

    [ConditionalFact]
    public async Task A_database_killed_under_load_has_lost_nothing_it_acknowledged_and_doubles_nothing()
    {
        var settings = await postgres.NewPlaceAsync();
        await using (var book = DurableOrderBook.Create(settings))
        {
            await book.OpenAsync(CancellationToken.None);
            var accepted = 0;
            var enough = new TaskCompletionSource();
            var back = new TaskCompletionSource();
            var callers = Enumerable.Range(0, 50).Select(caller => Task.Run(() => TakeAsync(caller))).ToArray();

            await enough.Task;
            await postgres.Server.KillAsync();
            await postgres.Server.StartAgainAsync();
            back.SetResult();
            await Task.WhenAll(callers);

            (book.Totals.Accepted, book.Totals.Served, book.Totals.Pending).ShouldBe((5_000, 5_000, 0));

            async Task TakeAsync(int caller)
            {
                for (var i = 0; i < 100; i++)
                {
                    var id = $"{caller}-{i}";
                    var number = (await InsistAsync(() => AcceptAsync(book, id))).Order.Number;
                    if (Interlocked.Increment(ref accepted) == 1_000)
                    {
                        enough.SetResult();
                    }

                    await InsistAsync(() => book.CloseAsync(new OrderEnd(number, BookedOutcome.Served, "machine-1", Opening), CancellationToken.None));
                }
            }

            // As a front does: the same call again, once the database is back.
            async Task<T> InsistAsync<T>(Func<Task<T>> ask)
            {
                while (true)
                {
                    try
                    {
                        return await ask();
                    }
                    catch (OrderBookException)
                    {
                        await back.Task;
                    }
                }
            }
        }

        await using var again = DurableOrderBook.Create(settings);
        (await again.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
        (again.Totals.Accepted, again.Totals.ServedBy["machine-1"]).ShouldBe((5_000, 5_000));
    }

    [ConditionalFact]
    public async Task A_read_only_database_refuses_and_is_written_again_when_it_may_be()
    {
        var settings = await postgres.NewPlaceAsync();
        await using var book = DurableOrderBook.Create(settings);
        await book.OpenAsync(CancellationToken.None);
        await AcceptAsync(book, "before");

        await AdministerAsync("ALTER DATABASE postgres SET default_transaction_read_only = on");
        try
        {
            // A database's settings apply to new sessions only: end the book's.
            await AdministerAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'actorcafe'");
            (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "refused"))).Message.ShouldContain("the database is read-only");
            (await AcceptAsync(book, "before")).IsNew.ShouldBeFalse();
        }
        finally
        {
            await AdministerAsync("ALTER DATABASE postgres RESET default_transaction_read_only");
        }

        await AdministerAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'actorcafe'");
        (await AcceptAsync(book, "refused")).Order.Number.ShouldBe(2);
    }

    [ConditionalFact]
    public async Task A_front_that_starts_before_its_database_may_try_again()
    {
        var settings = await postgres.NewPlaceAsync();
        await using var book = DurableOrderBook.Create(settings);
        await postgres.Server.KillAsync();
        try
        {
            (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None))).Message.ShouldContain("could not be opened");
        }
        finally
        {
            await postgres.Server.StartAgainAsync();
        }

        (await book.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
        (await AcceptAsync(book, "a")).IsNew.ShouldBeTrue();
    }

    private static Task<Acceptance> AcceptAsync(DurableOrderBook book, string id) =>
        book.AcceptAsync(new NewOrder(id, "coffee", null, Opening), CancellationToken.None);

    // Through another database of the server, which stays writable.
    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.Server.Connection.Replace("Database=postgres", "Database=template1;Pooling=False", StringComparison.Ordinal));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
