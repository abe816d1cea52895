using System.Collections.Immutable;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>The workers of a stage, each in its place.</summary>
internal sealed class Seats
{
    private readonly SortedDictionary<int, Seat> _seats = [];
    private readonly SortedSet<int> _idle = [];
    private int _numbers;

    public ImmutableArray<Seat> Now => [.. _seats.Values];

    public void Come() => End(++_numbers);

    /// <summary>Somebody left who had nothing to do. Nobody says who: the last to come, until another of them begins something.</summary>
    public void Go()
    {
        _seats.Remove(_idle.Max);
        _idle.Remove(_idle.Max);
    }

    public void Begin(int worker, WorkerActivity activity, long order)
    {
        if (!_seats.ContainsKey(worker))
        {
            Go();
        }

        _idle.Remove(worker);
        _seats[worker] = new Seat(worker, activity, order);
    }

    public void End(int worker)
    {
        _idle.Add(worker);
        _seats[worker] = new Seat(worker);
    }
}
