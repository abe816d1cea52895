using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Results;

namespace ActorCafe.Validation.Tests.Running;

/// <summary>A stage of <see cref="SaturatedLine"/>.</summary>
/// <param name="Workers">Its workers, who take from one queue.</param>
/// <param name="Service">Their service time.</param>
/// <param name="Room">How many may wait before it; null for any number.</param>
/// <param name="Rejects">Whether an order that finds no room is lost, rather than kept by the worker before.</param>
internal sealed record LineStage(int Workers, Distribution Service, int? Room = null, bool Rejects = false);

/// <summary>
/// An event list of its own, with nothing of the simulator but its distributions: stages in a row whose first never runs out of customers. It measures
/// throughput by counting departures.
/// </summary>
internal sealed class SaturatedLine(bool firstStays, params LineStage[] stages)
{
    private const int Batches = 20;

    private readonly PriorityQueue<int, (double Time, long Number)> _events = new();
    private readonly Queue<int>[] _waiting = [.. stages.Select(_ => new Queue<int>())];
    private readonly int[] _kept = new int[stages.Length + 1];
    private readonly int[] _idle = [.. stages.Select(stage => stage.Workers)];
    private RandomStream _random;
    private double _now;
    private long _served;
    private long _number;

    /// <summary>The interval of the throughput per hour, from the means of twenty batches after one that is left out.</summary>
    public Interval PerHour(long orders, long seed)
    {
        _random = RandomStream.For(seed, Purpose.Of("line"), 0);
        while (_idle[0] > 0)
        {
            Begin(0);
        }

        var size = orders / Batches;
        var rates = new List<double>();
        for (var batch = 0; batch <= Batches; batch++)
        {
            var since = _now;
            while (_served < (batch + 1) * size)
            {
                Next();
            }

            rates.Add(3600 * size / (_now - since));
        }

        var (low, high) = StudentT.Interval(rates.Skip(1).ToArray(), ValidationRuns.Confidence)!.Value;
        return new Interval(low, high);
    }

    private void Begin(int stage)
    {
        _idle[stage]--;
        _events.Enqueue(stage, (_now + stages[stage].Service.Sample(ref _random, 0), _number++));
    }

    private void Next()
    {
        _events.TryDequeue(out var stage, out var at);
        _now = at.Time;
        var next = stage + 1;
        var stays = stage == 0 && firstStays;
        if (next == stages.Length)
        {
            _served++;
            if (firstStays)
            {
                Free(0);
            }
        }
        else if (_idle[next] > 0)
        {
            Begin(next);
        }
        else if (stages[next].Room is not { } room || _waiting[next].Count < room)
        {
            _waiting[next].Enqueue(stage);
        }
        else if (!stages[next].Rejects)
        {
            _kept[next]++;
            return;
        }

        if (!stays)
        {
            Free(stage);
        }
    }

    /// <summary>A worker takes the next order, which makes room for one that is kept before it.</summary>
    private void Free(int stage)
    {
        _idle[stage]++;
        if (stage == 0)
        {
            Begin(0);
            return;
        }

        if (_waiting[stage].TryDequeue(out _))
        {
            Begin(stage);
            if (_kept[stage] > 0)
            {
                _kept[stage]--;
                _waiting[stage].Enqueue(stage - 1);
                Free(stage - 1);
            }
        }
        else if (_kept[stage] > 0)
        {
            _kept[stage]--;
            Begin(stage);
            Free(stage - 1);
        }
    }
}
