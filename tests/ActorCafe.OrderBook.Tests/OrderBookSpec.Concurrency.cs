using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.OrderBook.Tests;

public abstract partial class OrderBookSpec
{
    [ConditionalFact]
    public async Task Many_who_bring_the_same_id_at_once_get_one_order()
    {
        await using var book = await OpenAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => Task.Run(() => book.AcceptAsync(Order("a"), NoCancellation))));

        answers.Count(answer => answer.IsNew).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Order.Number == 1);
        book.Totals.Accepted.ShouldBe(1);
    }

    [ConditionalFact]
    public async Task Ten_thousand_at_once_are_all_accepted_and_numbered_without_a_gap()
    {
        await using (var book = await OpenAsync())
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 10_000).Select(i => Task.Run(() => book.AcceptAsync(Order($"id-{i}"), NoCancellation))));
            answers.Select(answer => answer.Order.Number).Order().ShouldBe(Enumerable.Range(1, 10_000).Select(i => (long)i));
            book.Totals.Pending.ShouldBe(10_000);
            book.Commits.ShouldBeLessThan(10_000);
        }

        await using var again = DurableOrderBook.Create(Settings);
        (await again.OpenAsync(NoCancellation)).Length.ShouldBe(10_000);
    }

    [ConditionalFact]
    public async Task All_who_wait_go_into_one_commit()
    {
        await using var book = await OpenAsync();
        await book.AcceptAsync(Order("first"), NoCancellation);
        var before = book.Commits;

        Task[] waiting;
        await using (await HoldWritesAsync())
        {
            waiting =
            [
                .. Enumerable.Range(0, 1_000).Select(i => book.AcceptAsync(Order($"id-{i}"), NoCancellation)),
                book.CloseAsync(Served(1), NoCancellation),
                book.CountDuplicateAsync(1, NoCancellation),
            ];
            waiting.ShouldAllBe(task => !task.IsCompleted);
            book.Totals.Accepted.ShouldBe(1);
        }

        await Task.WhenAll(waiting);
        // One with the writes that came before the writer blocked, one with all the others.
        (book.Commits - before).ShouldBeInRange(1, 2);
        (book.Totals.Accepted, book.Totals.Served, book.Totals.DuplicatesSuppressed).ShouldBe((1_001, 1, 1));
    }

    [ConditionalFact]
    public async Task Reading_does_not_wait_for_writing()
    {
        await using var book = await OpenAsync();
        await book.AcceptAsync(Order("a"), NoCancellation);

        Task<Acceptance> waiting;
        await using (await HoldWritesAsync())
        {
            waiting = book.AcceptAsync(Order("b"), NoCancellation);
            (await book.FindAsync("a", NoCancellation))!.Number.ShouldBe(1);
            (await book.FindAsync("b", NoCancellation)).ShouldBeNull();
            waiting.IsCompleted.ShouldBeFalse();
        }

        (await waiting).Order.ShouldBe(await book.FindAsync("b", NoCancellation));
    }

    [ConditionalFact]
    public async Task Who_gives_up_waiting_spoils_nothing_for_the_others()
    {
        await using var book = await OpenAsync();
        using var patience = new CancellationTokenSource();
        Task<Acceptance> gone;
        Task<Acceptance>[] patient;
        await using (await HoldWritesAsync())
        {
            patient = [.. Enumerable.Range(0, 10).Select(i => book.AcceptAsync(Order($"id-{i}"), NoCancellation))];
            gone = book.AcceptAsync(Order("gone"), patience.Token);
            await patience.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(gone);
        }

        (await Task.WhenAll(patient)).ShouldAllBe(answer => answer.IsNew);
        await Should.ThrowAsync<OperationCanceledException>(book.AcceptAsync(Order("never"), patience.Token));
        // It was queued: the same id finds it rather than being accepted twice.
        (await book.AcceptAsync(Order("gone"), NoCancellation)).IsNew.ShouldBeFalse();
        (await book.FindAsync("never", NoCancellation)).ShouldBeNull();
    }

    [ConditionalFact]
    public async Task A_book_that_does_not_keep_up_refuses_at_once_and_loses_none_it_took()
    {
        await using var book = await OpenAsync(Settings with { MaxOpen = 40_000 });
        var waiting = new List<Task<Acceptance>>();
        await using (await HoldWritesAsync())
        {
            for (var i = 0; i < 40_000; i++)
            {
                waiting.Add(book.AcceptAsync(Order($"id-{i}"), NoCancellation));
            }
        }

        await Task.WhenAll(waiting).ContinueWith(_ => { }, TaskScheduler.Default);
        var refused = waiting.Count(task => task.IsFaulted);
        refused.ShouldBeGreaterThan(0);
        waiting.First(task => task.IsFaulted).Exception!.InnerException.ShouldBeOfType<OrderBookException>().Message.ShouldContain("does not keep up");
        book.Totals.Accepted.ShouldBe(40_000 - refused);
    }

    [ConditionalFact]
    public async Task What_cannot_be_stored_is_refused_and_its_neighbours_are_written()
    {
        await using var book = await OpenAsync();
        string[] unstorable = ["", "nul\0", "half\ud83d", new string('x', 513)];
        foreach (var id in unstorable)
        {
            await Should.ThrowAsync<OrderBookException>(book.AcceptAsync(Order(id), NoCancellation));
        }

        await Should.ThrowAsync<OrderBookException>(book.AcceptAsync(Order("a") with { Customer = "nul\0" }, NoCancellation));
        await Should.ThrowAsync<OrderBookException>(book.CloseAsync(new OrderEnd(1, (BookedOutcome)3, null, Opening), NoCancellation));
        (await book.AcceptAsync(Order(new string('咖', 512)), NoCancellation)).Order.Number.ShouldBe(1);
    }

    [ConditionalFact]
    public async Task A_poisonous_order_fails_alone()
    {
        await using var book = await OpenAsync();
        await PoisonAsync("poison");
        Task<Acceptance>[] answers;
        await using (await HoldWritesAsync())
        {
            answers = [.. Enumerable.Range(0, 100)
                .Select(i => book.AcceptAsync(Order($"id-{i}", i is 40 or 41 or 97 ? "poison" : "coffee"), NoCancellation))];
        }

        await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);
        answers.Index().Where(answer => answer.Item.IsFaulted).Select(answer => answer.Index).ShouldBe([40, 41, 97]);
        answers[41].Exception!.InnerException.ShouldBeOfType<OrderBookException>();
        (await book.AcceptAsync(Order("after"), NoCancellation)).Order.Number.ShouldBe(98);
        book.Totals.Accepted.ShouldBe(98);
    }

    [ConditionalFact]
    public async Task As_many_orders_may_be_open_as_the_setting_says_and_an_id_already_in_the_book_is_answered_all_the_same()
    {
        await using var book = await OpenAsync(Settings with { MaxOpen = 3 });
        await book.AcceptAsync(Order("a"), NoCancellation);
        Task<Acceptance>[] answers;
        await using (await HoldWritesAsync())
        {
            answers = [.. Enumerable.Range(0, 10).Select(i => book.AcceptAsync(Order($"id-{i / 2}"), NoCancellation))];
        }

        await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);
        answers.Index().Where(answer => !answer.Item.IsFaulted).Select(answer => answer.Index).ShouldBe([0, 1, 2, 3]);
        var refusal = answers[4].Exception!.InnerException.ShouldBeOfType<OrderBookException>();
        refusal.Message.ShouldBe("3 orders are open, as many as cafe.book.max-open allows; try again later.");
        refusal.MayHaveSucceeded.ShouldBeFalse();
        (await book.AcceptAsync(Order("a"), NoCancellation)).IsNew.ShouldBeFalse();

        await book.CloseAsync(Served(1), NoCancellation);
        (await book.AcceptAsync(Order("id-4"), NoCancellation)).Order.Number.ShouldBe(4);
        await Should.ThrowAsync<OrderBookException>(book.AcceptAsync(Order("id-5"), NoCancellation));
    }
}
