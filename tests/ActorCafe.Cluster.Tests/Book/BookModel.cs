using ActorCafe.Cluster.Book;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Tests.Book;

/// <summary>Something done with a book.</summary>
public abstract record Act
{
    private Act()
    {
    }

    public sealed record Accept(string Id) : Act;

    public sealed record Close(long Number, Outcome Outcome, string Machine) : Act;

    public sealed record Duplicate(long Number) : Act;
}

/// <summary>A book in a few lines of memory: what a real one has to answer.</summary>
internal sealed class BookModel
{
    private readonly List<string> _ids = [];
    private readonly SortedDictionary<long, Act.Close> _ended = [];
    private long _duplicates;

    public IEnumerable<long> Open => Enumerable.Range(1, _ids.Count).Select(i => (long)i).Where(number => !_ended.ContainsKey(number));

    public string Answer(Act act)
    {
        switch (act)
        {
            case Act.Accept(var id):
                var known = _ids.IndexOf(id) + 1;
                if (known > 0)
                {
                    return $"{known} {false}";
                }

                _ids.Add(id);
                return $"{_ids.Count} {true}";
            case Act.Close close when close.Number <= _ids.Count:
                return $"{_ended.TryAdd(close.Number, close)}";
            case Act.Duplicate(var number) when number <= _ids.Count:
                _duplicates++;
                return "counted";
            default:
                return "refused";
        }
    }

    public void Check(BookTotals totals)
    {
        totals.Accepted.ShouldBe(totals.Served + totals.TurnedAway + totals.Pending);
        totals.Accepted.ShouldBe(_ids.Count);
        totals.Served.ShouldBe(_ended.Values.Count(end => end.Outcome == Outcome.Served));
        totals.TurnedAway.ShouldBe(_ended.Count - totals.Served);
        totals.DuplicatesSuppressed.ShouldBe(_duplicates);
        totals.ServedBy.ShouldBe(
            _ended.Values.Where(end => end.Outcome == Outcome.Served).GroupBy(end => end.Machine)
                .ToDictionary(machine => machine.Key, machine => (long)machine.Count()),
            ignoreOrder: true);
    }
}
