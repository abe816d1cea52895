using System.Collections.Immutable;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>The workers of a stage, each in its place.</summary>
internal sealed class Seats
{
    private readonly SortedDictionary<int, Seat> _seats = [];
    private int _numbers;

    public ImmutableArray<Seat> Now => [.. _seats.Values];

    public void Come()
    {
        _numbers++;
        _seats.Add(_numbers, new Seat(_numbers));
    }

    /// <summary>Somebody left who had nothing to do. Nobody says who: the last to come, until another of them begins something.</summary>
    public void Go()
    {
        var idle = _seats.Values.Where(seat => seat.Activity is null).ToList();
        if (idle.Count > 0)
            _seats.Remove(idle[^1].Number);
    }

    public void Begin(int worker, WorkerActivity activity, long order)
    {
        if (!_seats.ContainsKey(worker))
            Go();
        _seats[worker] = new Seat(worker, activity, order);
    }

    public void End(int worker) => _seats[worker] = new Seat(worker);
}
