using ActorCafe.OrderBook.Tests.Conditions;
using CsCheck;

namespace ActorCafe.OrderBook.Tests;

public abstract partial class OrderBookSpec
{
    [ConditionalFact]
    public async Task Accepted_is_served_and_turned_away_and_pending_whatever_happens_in_whatever_order()
    {
        var outcome = Gen.Int[0, 2].Select(i => (BookedOutcome)i);
        var operation = Gen.OneOf<BookOperation>(
            Gen.Int[0, 11].Select(id => (BookOperation)new BookOperation.Accept($"id-{id}")),
            Gen.Select(Gen.Long[1, 13], outcome, Gen.Int[1, 3]).Select((number, end, machine) => (BookOperation)new BookOperation.Close(number, end, $"machine-{machine}")),
            Gen.Long[1, 13].Select(number => (BookOperation)new BookOperation.Duplicate(number)));
        // The operations of a group start together; groups run one after another.
        var groups = operation.Array[1, 12].Array[1, 6];

        await groups.SampleAsync(RunAsync, iter: 25, threads: 1);
    }

    private async Task RunAsync(BookOperation[][] groups)
    {
        var settings = await NewPlaceAsync();
        var model = new BookModel();
        BookTotals written;
        await using (var book = await OpenAsync(settings))
        {
            foreach (var group in groups)
            {
                var answers = group.Select(operation => AnswerAsync(book, operation)).ToArray();
                (await Task.WhenAll(answers)).ShouldBe(group.Select(model.Answer));
                model.Check(book.Totals);
            }

            written = book.Totals;
            await RecountAsync(settings, written);
        }

        await using var again = DurableOrderBook.Create(settings);
        var open = await again.OpenAsync(NoCancellation);
        model.Check(again.Totals);
        again.Totals.ServedBy.ShouldBe(written.ServedBy, ignoreOrder: true);
        open.Select(order => order.Number).ShouldBe(model.Open);
    }

    internal static async Task<string> AnswerAsync(DurableOrderBook book, BookOperation operation)
    {
        try
        {
            switch (operation)
            {
                case BookOperation.Accept(var id):
                    var (order, isNew) = await book.AcceptAsync(Order(id), NoCancellation);
                    return $"{order.Number} {isNew}";
                case BookOperation.Close(var number, var outcome, var machine):
                    return $"{await book.CloseAsync(new OrderEnd(number, outcome, machine, Opening), NoCancellation)}";
                case BookOperation.Duplicate(var number):
                    await book.CountDuplicateAsync(number, NoCancellation);
                    return "counted";
                default:
                    throw new InvalidOperationException($"{operation}");
            }
        }
        catch (OrderBookException)
        {
            return "refused";
        }
    }
}
