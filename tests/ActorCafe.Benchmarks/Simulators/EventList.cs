namespace ActorCafe.Benchmarks.Simulators;

/// <summary>A minimal simulator: an event list on .NET's priority queue, a loop, and a queue per stage. Its only statistic is the mean.</summary>
internal sealed class EventList(CafeModel model)
{
    private readonly PriorityQueue<(int Stage, long Order), (long Due, long Order)> _events = new();
    private readonly Queue<long>[] _waiting = [.. CafeModel.Steps.Select(_ => new Queue<long>())];
    private readonly int[] _idle = [.. CafeModel.Steps.Select((_, stage) => CafeModel.Workers(stage))];
    private readonly Dictionary<long, long> _placed = [];
    private long _now;
    private double _seconds;

    public const int EventsPerOrder = 4;

    /// <summary>The mean response, in seconds.</summary>
    public double Run()
    {
        _events.Enqueue((-1, 1), (model.Gap(1), 1));
        while (_events.TryDequeue(out var what, out var when))
        {
            _now = when.Due;
            if (what.Stage < 0)
            {
                Arrive(what.Order);
            }
            else
            {
                Finish(what.Stage, what.Order);
            }
        }

        return _seconds / model.Orders;
    }

    private void Arrive(long order)
    {
        _placed[order] = _now;
        Ask(0, order);
        if (order < model.Orders)
        {
            _events.Enqueue((-1, order + 1), (_now + model.Gap(order + 1), order + 1));
        }
    }

    private void Ask(int stage, long order)
    {
        if (_idle[stage] == 0)
        {
            _waiting[stage].Enqueue(order);
            return;
        }

        _idle[stage]--;
        Begin(stage, order);
    }

    private void Begin(int stage, long order) => _events.Enqueue((stage, order), (_now + model.Work(stage, order), order));

    private void Finish(int stage, long order)
    {
        if (stage + 1 < _waiting.Length)
        {
            Ask(stage + 1, order);
        }
        else
        {
            _placed.Remove(order, out var placed);
            _seconds += (_now - placed) / (double)TimeSpan.TicksPerSecond;
        }

        if (_waiting[stage].TryDequeue(out var next))
        {
            Begin(stage, next);
        }
        else
        {
            _idle[stage]++;
        }
    }
}
