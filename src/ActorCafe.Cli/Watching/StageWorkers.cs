using System.Collections.Immutable;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>The workers of a stage, by number.</summary>
internal sealed class StageWorkers
{
    private readonly SortedDictionary<int, WorkerSnapshot> _seats = [];
    private readonly SortedSet<int> _idle = [];
    private int _numbers;

    public ImmutableArray<WorkerSnapshot> Now => [.. _seats.Values];

    public void Come() => End(++_numbers);

    /// <summary>
    /// An idle worker left, but the event does not say which: assumed to be the last to join until another of them begins
    /// something.
    /// </summary>
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
        _seats[worker] = new WorkerSnapshot(worker, activity, order);
    }

    public void End(int worker)
    {
        _idle.Add(worker);
        _seats[worker] = new WorkerSnapshot(worker);
    }
}
