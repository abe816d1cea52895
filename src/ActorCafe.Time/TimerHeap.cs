using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>
/// Timers by (due, rank, sequence): a four-ary heap, which has half the levels of a binary one and compares
/// neighbours in memory. The sequence makes the order total: a bare priority queue would mix events of one instant.
/// </summary>
/// <remarks>
/// What moves in the heap are keys alone; what a timer does stays in its place beside it. A reference that moves has to be
/// announced to the garbage collector, which costs more than the move.
/// </remarks>
internal sealed class TimerHeap
{
    private const int Arity = 4;

    // From Count on, the keys' places are the free ones.
    private Key[] _keys = [];
    private Deed[] _deeds = [];
    private long _sequence;

    public int Count { get; private set; }

    /// <summary>Tells the receiver the message when it is due; without a receiver, calls the message, an <see cref="Action"/>.</summary>
    public void Add(long due, long rank, IActorRef? receiver, object message)
    {
        var keys = _keys;
        if (Count == keys.Length)
        {
            keys = Grow();
        }

        var hole = Count++;
        var key = new Key(due, rank, _sequence++, keys[hole].Place);
        _deeds[key.Place].Become(receiver, message);
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            if (!key.IsBefore(keys[parent]))
            {
                break;
            }

            keys[hole] = keys[parent];
            hole = parent;
        }

        keys[hole] = key;
    }

    /// <summary>When the first timer is due, in ticks.</summary>
    public bool TryPeek(out long due)
    {
        due = Count > 0 ? _keys[0].Due : 0;
        return Count > 0;
    }

    public Deed Take()
    {
        var keys = _keys;
        var place = keys[0].Place;
        var deed = _deeds[place];
        var last = keys[--Count];
        keys[Count] = new Key(0, 0, 0, place);
        if (Count > 0)
        {
            Sink(keys, last);
        }

        return deed;
    }

    private void Sink(Key[] keys, in Key key)
    {
        var hole = 0;
        while (true)
        {
            var child = (hole * Arity) + 1;
            if (child >= Count)
            {
                break;
            }

            var least = child + Arity <= Count ? LeastOfFour(keys, child) : Least(keys, child, Count);
            if (!keys[least].IsBefore(key))
            {
                break;
            }

            keys[hole] = keys[least];
            hole = least;
        }

        keys[hole] = key;
    }

    // Which of four comes first cannot be foreseen, and a wrong guess of the processor costs more than all the comparing: so without branches.
    private static int LeastOfFour(Key[] keys, int child)
    {
        var (a, b, c, d) = (keys[child].Due, keys[child + 1].Due, keys[child + 2].Due, keys[child + 3].Due);
        var left = b < a ? 1 : 0;
        var right = d < c ? 1 : 0;
        var (first, second) = (Math.Min(a, b), Math.Min(c, d));
        if (a == b || c == d || first == second)
        {
            return Least(keys, child, child + Arity);
        }

        var isRight = second < first ? 1 : 0;
        return child + left + (isRight * (2 + right - left));
    }

    private static int Least(Key[] keys, int child, int end)
    {
        var least = child;
        for (var other = child + 1; other < end; other++)
        {
            if (keys[other].IsBefore(keys[least]))
            {
                least = other;
            }
        }

        return least;
    }

    private Key[] Grow()
    {
        Array.Resize(ref _keys, Math.Max(64, Count * 2));
        Array.Resize(ref _deeds, _keys.Length);
        for (var place = Count; place < _keys.Length; place++)
        {
            _keys[place] = new Key(0, 0, 0, place);
        }

        return _keys;
    }

    /// <summary>What a timer does.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    internal struct Deed
    {
        public IActorRef? Receiver { get; private set; }

        public object Message { get; private set; }

        // Its place was that of the timer that rang last, often the same actor's: to write a reference costs more than to compare it.
        public void Become(IActorRef? receiver, object message)
        {
            if (!ReferenceEquals(Receiver, receiver))
            {
                Receiver = receiver;
            }

            if (!ReferenceEquals(Message, message))
            {
                Message = message;
            }
        }
    }

    /// <summary>Due in ticks.</summary>
    private readonly struct Key(long due, long rank, long sequence, int place)
    {
        public readonly long Due = due;
        public readonly long Rank = rank;
        public readonly long Sequence = sequence;
        public readonly int Place = place;

        public bool IsBefore(in Key other) =>
            Due != other.Due ? Due < other.Due
            : Rank != other.Rank ? Rank < other.Rank
            : Sequence < other.Sequence;
    }
}
