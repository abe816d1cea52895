using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>
/// An event list of its own, with nothing of the simulator but its distributions and the names of its draws: stages in a row, each with one queue, with
/// patience and little room. Times are ticks.
/// </summary>
/// <param name="shop">The shop.</param>
/// <param name="keys">For each stage the value by which orders are queued, smallest first, as a function of their number; null for first in, first out.</param>
internal sealed class ImpatientLine(ShopSettings shop, Func<long, double>?[] keys)
{
    private enum Kind
    {
        Arrival,
        ServiceEnd,
        PatienceEnd,
    }

    private readonly PriorityQueue<(Kind Kind, int Order, int Wait), (long At, Kind Kind, int Order)> _events = new();
    private readonly LinkedList<int>[] _queue = [.. shop.Stages.Select(_ => new LinkedList<int>())];
    private readonly LinkedList<int>[] _outside = [.. shop.Stages.Select(_ => new LinkedList<int>())];
    private readonly int[] _idle = [.. shop.Stages.Select(stage => stage.Workers)];
    private readonly Dictionary<int, int> _stageOf = [];
    // The number of the wait that an order is in; 0 for none.
    private readonly Dictionary<int, int> _waitOf = [];
    private readonly Dictionary<int, Outcome> _outcomes = [];
    private readonly Dictionary<int, long> _left = [];
    private readonly Dictionary<(int Order, int Stage), (long? Enqueued, long? Started, long? Finished)> _visits = [];
    private int _waits;
    private long _now;

    /// <summary>Returns what became of each order, in the order of placing: when it left, how, and when it was enqueued and started at each stage.</summary>
    public IReadOnlyList<string> Play()
    {
        var arrivals = ((ArrivalSettings.Trace)shop.Customers.Arrivals).Entries;
        for (var order = 1; order <= arrivals.Length; order++)
        {
            _events.Enqueue((Kind.Arrival, order, 0), (arrivals[order - 1].Time.Ticks, Kind.Arrival, order));
        }

        while (_events.TryDequeue(out var next, out var at))
        {
            _now = at.At;
            switch (next.Kind)
            {
                case Kind.Arrival:
                    Reach(next.Order, 0);
                    break;
                case Kind.ServiceEnd:
                    EndService(next.Order);
                    break;
                case Kind.PatienceEnd when _waitOf.GetValueOrDefault(next.Order) == next.Wait:
                    Renege(next.Order);
                    break;
            }
        }

        return [.. Enumerable.Range(1, arrivals.Length).Select(order => Line(_left[order], _outcomes[order], shop.Stages.Select(stage => _visits.GetValueOrDefault((order, stage.Index)))))];
    }

    public static string Line(long left, Outcome outcome, IEnumerable<(long? Enqueued, long? Started, long? Finished)> visits) => $"{outcome} at {left}: {string.Join(", ", visits)}";

    /// <summary>An order comes to a stage. Returns whether the worker before is free of it.</summary>
    private bool Reach(int order, int stage)
    {
        _stageOf[order] = stage;
        var settings = shop.Stages[stage];
        if (_idle[stage] > 0)
        {
            _idle[stage]--;
            _visits[(order, stage)] = (_now, null, null);
            Begin(order, stage);
            return true;
        }

        if (settings.QueueCapacity <= _queue[stage].Count)
        {
            if (settings.WhenFull == WhenFull.Reject)
            {
                Leave(order, Outcome.Rejected);
                return true;
            }

            _outside[stage].AddLast(order);
            if (stage == 0)
            {
                Wait(order, stage);
            }

            return false;
        }

        Join(order, stage);
        return true;
    }

    private void Join(int order, int stage)
    {
        _visits[(order, stage)] = (_now, null, null);
        Queue(order, stage);
        if (_waitOf.GetValueOrDefault(order) == 0)
        {
            Wait(order, stage);
        }
    }

    private void Queue(int order, int stage)
    {
        var after = _queue[stage].Last;
        while (keys[stage] is { } key && after is not null && key(after.Value) > key(order))
        {
            after = after.Previous;
        }

        _ = after is null ? _queue[stage].AddFirst(order) : _queue[stage].AddAfter(after, order);
    }

    private void Wait(int order, int stage)
    {
        var patience = stage == 0 ? shop.Stages[0].Patience ?? shop.Customers.Patience : shop.Stages[stage].Patience;
        if (patience is not null)
        {
            var stream = RandomStream.For(shop.Seed, Purpose.Of(stage == 0 ? "patience" : $"patience {shop.Stages[stage].Name}"), order);
            _waitOf[order] = ++_waits;
            _events.Enqueue((Kind.PatienceEnd, order, _waits), (_now + Ticks(patience.Sample(ref stream, order - 1)), Kind.PatienceEnd, order));
        }
    }

    private void Begin(int order, int stage)
    {
        _waitOf[order] = 0;
        var step = shop.Menu[0].Recipe[stage];
        var stream = RandomStream.For(shop.Seed, Purpose.Of($"service {step.Step}"), order);
        _visits[(order, stage)] = (_visits[(order, stage)].Enqueued, _now, null);
        _events.Enqueue((Kind.ServiceEnd, order, 0), (_now + Ticks(step.Service.Sample(ref stream, order - 1)), Kind.ServiceEnd, order));
    }

    private void EndService(int order)
    {
        var stage = _stageOf[order];
        _visits[(order, stage)] = (_visits[(order, stage)].Enqueued, _visits[(order, stage)].Started, _now);
        if (stage == shop.Stages.Length - 1)
        {
            Leave(order, Outcome.Served);
            Free(stage);
        }
        else if (Reach(order, stage + 1))
        {
            Free(stage);
        }
    }

    private void Free(int stage)
    {
        if (_queue[stage].First is { Value: var order })
        {
            _queue[stage].RemoveFirst();
            Begin(order, stage);
            MoveUp(stage);
        }
        else if (_outside[stage].First is { Value: var kept })
        {
            _outside[stage].RemoveFirst();
            _visits[(kept, stage)] = (_now, null, null);
            Begin(kept, stage);
            FreeBefore(stage);
        }
        else
        {
            _idle[stage]++;
        }
    }

    private void MoveUp(int stage)
    {
        while (_queue[stage].Count < shop.Stages[stage].QueueCapacity && _outside[stage].First is { Value: var order })
        {
            _outside[stage].RemoveFirst();
            Join(order, stage);
            FreeBefore(stage);
        }
    }

    private void FreeBefore(int stage)
    {
        if (stage > 0)
        {
            Free(stage - 1);
        }
    }

    private void Renege(int order)
    {
        var stage = _stageOf[order];
        if (!_outside[stage].Remove(order))
        {
            _queue[stage].Remove(order);
            MoveUp(stage);
        }

        Leave(order, Outcome.Reneged);
    }

    private void Leave(int order, Outcome outcome) => (_waitOf[order], _outcomes[order], _left[order]) = (0, outcome, _now);

    private static long Ticks(double seconds) => (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
}
