using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Tests.Conditions;
using ActorCafe.Shop.Orders;
using CsCheck;

namespace ActorCafe.Cluster.Tests.Book;

public abstract partial class OrderBookSpec
{
    [ConditionalFact]
    public async Task Accepted_is_served_and_turned_away_and_pending_whatever_happens_in_whatever_order()
    {
        var outcome = Gen.Int[0, 2].Select(i => (Outcome)i);
        var act = Gen.OneOf<Act>(
            Gen.Int[0, 11].Select(id => (Act)new Act.Accept($"id-{id}")),
            Gen.Select(Gen.Long[1, 13], outcome, Gen.Int[1, 3]).Select((number, end, machine) => (Act)new Act.Close(number, end, $"machine-{machine}")),
            Gen.Long[1, 13].Select(number => (Act)new Act.Duplicate(number)));
        // Acts of one group are begun at once; the groups follow one another.
        var groups = act.Array[1, 12].Array[1, 6];

        await groups.SampleAsync(PlayAsync, iter: 25, threads: 1);
    }

    private async Task PlayAsync(Act[][] groups)
    {
        var settings = await NewPlaceAsync();
        var model = new BookModel();
        BookTotals written;
        await using (var book = await OpenAsync(settings))
        {
            foreach (var group in groups)
            {
                var answers = group.Select(act => AnswerAsync(book, act)).ToArray();
                (await Task.WhenAll(answers)).ShouldBe(group.Select(model.Answer));
                model.Check(book.Totals);
            }

            written = book.Totals;
        }

        await using var again = OrderBooks.Create(settings);
        var open = await again.OpenAsync(NoCancellation);
        model.Check(again.Totals);
        again.Totals.ServedBy.ShouldBe(written.ServedBy, ignoreOrder: true);
        open.Select(order => order.Number).ShouldBe(model.Open);
    }

    private static async Task<string> AnswerAsync(OrderBook book, Act act)
    {
        try
        {
            switch (act)
            {
                case Act.Accept(var id):
                    var (order, isNew) = await book.AcceptAsync(Order(id), NoCancellation);
                    return $"{order.Number} {isNew}";
                case Act.Close(var number, var outcome, var machine):
                    return $"{await book.CloseAsync(new OrderEnd(number, outcome, machine, Opening), NoCancellation)}";
                case Act.Duplicate(var number):
                    await book.CountDuplicateAsync(number, NoCancellation);
                    return "counted";
                default:
                    throw new InvalidOperationException($"{act}");
            }
        }
        catch (OrderBookException)
        {
            return "refused";
        }
    }
}
