using System.Diagnostics.CodeAnalysis;

namespace ActorCafe.Time;

/// <summary>
/// Timers by (due, rank, sequence): a four-ary heap, which has half the levels of a binary one and compares
/// neighbours in memory. The sequence makes the order total: a bare priority queue would mix events of one instant.
/// </summary>
internal sealed class TimerHeap
{
    private const int Arity = 4;

    private Timer[] _timers = new Timer[64];
    private long _sequence;

    public int Count { get; private set; }

    public void Add(long due, long rank, object target, object? message)
    {
        if (Count == _timers.Length)
        {
            Array.Resize(ref _timers, Count * 2);
        }

        var timer = new Timer(due, rank, _sequence++, target, message);
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            if (!timer.IsBefore(_timers[parent]))
            {
                break;
            }

            _timers[hole] = _timers[parent];
            hole = parent;
        }

        _timers[hole] = timer;
    }

    /// <summary>When the first timer is due, in ticks.</summary>
    public bool TryPeek(out long due)
    {
        due = Count > 0 ? _timers[0].Due : 0;
        return Count > 0;
    }

    public void Take(out Timer first)
    {
        first = _timers[0];
        var last = _timers[--Count];
        _timers[Count] = default;
        if (Count > 0)
        {
            Sink(last);
        }
    }

    private void Sink(in Timer timer)
    {
        var hole = 0;
        while (true)
        {
            var child = (hole * Arity) + 1;
            if (child >= Count)
            {
                break;
            }

            var least = child;
            var end = Math.Min(child + Arity, Count);
            for (var other = child + 1; other < end; other++)
            {
                if (_timers[other].IsBefore(_timers[least]))
                {
                    least = other;
                }
            }

            if (!_timers[least].IsBefore(timer))
            {
                break;
            }

            _timers[hole] = _timers[least];
            hole = least;
        }

        _timers[hole] = timer;
    }

    /// <summary>Due in ticks; the target is an actor to tell the message, or an <see cref="Action"/> to call.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Never compared as a whole.")]
    internal readonly struct Timer(long due, long rank, long sequence, object target, object? message)
    {
        public readonly long Due = due;
        public readonly long Rank = rank;
        public readonly long Sequence = sequence;
        public readonly object Target = target;
        public readonly object? Message = message;

        public bool IsBefore(in Timer other) =>
            Due != other.Due ? Due < other.Due
            : Rank != other.Rank ? Rank < other.Rank
            : Sequence < other.Sequence;
    }
}
