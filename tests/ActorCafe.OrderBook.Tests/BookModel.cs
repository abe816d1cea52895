namespace ActorCafe.OrderBook.Tests;

/// <summary>A book in a few lines of memory: the answers that a real one must give.</summary>
internal sealed class BookModel
{
    private readonly List<string> _ids = [];
    private readonly SortedDictionary<long, BookOperation.Close> _ended = [];
    private long _duplicates;

    public IEnumerable<long> Open => Enumerable.Range(1, _ids.Count).Select(i => (long)i).Where(number => !_ended.ContainsKey(number));

    public string Answer(BookOperation operation)
    {
        switch (operation)
        {
            case BookOperation.Accept(var id):
                var known = _ids.IndexOf(id) + 1;
                if (known > 0)
                {
                    return $"{known} {false}";
                }

                _ids.Add(id);
                return $"{_ids.Count} {true}";
            case BookOperation.Close close when close.Number <= _ids.Count:
                return $"{_ended.TryAdd(close.Number, close)}";
            case BookOperation.Duplicate(var number) when number <= _ids.Count:
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
        totals.Served.ShouldBe(_ended.Values.Count(end => end.Outcome == BookedOutcome.Served));
        totals.TurnedAway.ShouldBe(_ended.Count - totals.Served);
        totals.DuplicatesSuppressed.ShouldBe(_duplicates);
        totals.ServedBy.ShouldBe(
            _ended.Values.Where(end => end.Outcome == BookedOutcome.Served).GroupBy(end => end.Machine)
                .ToDictionary(machine => machine.Key, machine => (long)machine.Count()),
            ignoreOrder: true);
    }
}

/// <summary>A call to a book.</summary>
public abstract record BookOperation
{
    private BookOperation()
    {
    }

    public sealed record Accept(string Id) : BookOperation;

    public sealed record Close(long Number, BookedOutcome Outcome, string Machine) : BookOperation;

    public sealed record Duplicate(long Number) : BookOperation;
}
