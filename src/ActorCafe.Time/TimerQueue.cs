using System.Runtime.CompilerServices;
using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>
/// Timers by (due, rank, sequence). The next few are in a sorted array, which holds all timers of a small shop: taking one is a single step, adding one takes a
/// few. Later ones are in a four-ary heap, which has half the levels of a binary one and compares neighbours in memory.
/// </summary>
/// <remarks>
/// The sequence makes the order total: a plain priority queue would mix events of one instant. Only keys move; what a timer does stays in its place, because
/// moving a reference must be reported to the garbage collector, which costs more than the move.
/// </remarks>
internal sealed class TimerQueue
{
    private const int Arity = 4;
    private const int NearAtMost = 32;

    // The first due is last. Empty only if the heap is, and no timer here is due after one in the heap.
    private readonly Key[] _near = new Key[NearAtMost];
    private int _nearCount;
    private Key[] _far = [];
    private int _farCount;
    private Timer[] _timers = [];

    // From index Count on: the free places among the timers.
    private int[] _places = [];
    private long _sequence;

    public int Count { get; private set; }

    /// <summary>
    /// Adds a timer that tells the receiver the message when it is due, in ticks; without a receiver, it calls the message, an <see cref="Action"/>.
    /// </summary>
    public void Add(long due, long rank, IActorRef? receiver, object message)
    {
        if (Count == _places.Length)
        {
            Grow();
        }

        var place = _places[Count++];
        _timers[place].Become(rank, _sequence++, receiver, message);
        var key = new Key(due, place);
        if (_nearCount == NearAtMost && !IsFar(key))
        {
            Spill();
        }

        if (IsFar(key))
        {
            Push(key);
            return;
        }

        var near = _near;
        var at = _nearCount++;
        ref var hole = ref near[at];
        while (at > 0)
        {
            ref var sooner = ref near[--at];
            if (!IsBefore(sooner, key))
            {
                break;
            }

            hole = sooner;
            hole = ref sooner;
        }

        hole = key;
    }

    /// <summary>Gets when the first timer is due, in ticks; false if there is none.</summary>
    public bool TryPeek(out long due)
    {
        due = _nearCount > 0 ? _near[_nearCount - 1].Due : 0;
        return _nearCount > 0;
    }

    /// <summary>Takes the first timer; there must be one.</summary>
    public Deed Take()
    {
        var place = _near[--_nearCount].Place;
        _places[--Count] = place;
        if (_nearCount == 0 && _farCount > 0)
        {
            Refill();
        }

        return new Deed(_timers[place].Receiver, _timers[place].Message);
    }

    private bool IsFar(in Key key) => _farCount > 0 && IsBefore(_far[0], key);

    /// <summary>Moves the later half of the sorted timers into the heap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Spill()
    {
        for (var at = 0; at < NearAtMost / 2; at++)
        {
            Push(_near[at]);
        }

        _nearCount = NearAtMost / 2;
        Array.Copy(_near, NearAtMost / 2, _near, 0, _nearCount);
    }

    /// <summary>Moves the first timers of the heap into the sorted array.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        _nearCount = Math.Min(NearAtMost / 2, _farCount);
        for (var at = _nearCount - 1; at >= 0; at--)
        {
            _near[at] = Pop();
        }

        FetchReceivers();
    }

    /// <summary>
    /// Reads the receivers of the sorted timers. Those of thousands of actors are outside the processor's caches, which fetch several side by side here, but
    /// only one at a time when the timers ring.
    /// </summary>
    private void FetchReceivers()
    {
        for (var at = 0; at < _nearCount; at++)
        {
            ActorRunner.Fetch(_timers[_near[at].Place].Receiver);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Push(in Key key)
    {
        if (_farCount == _far.Length)
        {
            Array.Resize(ref _far, Math.Max(64, _farCount * 2));
        }

        var far = _far;
        var hole = _farCount++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            if (!IsBefore(key, far[parent]))
            {
                break;
            }

            far[hole] = far[parent];
            hole = parent;
        }

        far[hole] = key;
    }

    private Key Pop()
    {
        var far = _far;
        var first = far[0];
        var last = far[--_farCount];
        var hole = 0;
        while (true)
        {
            var child = (hole * Arity) + 1;
            if (child >= _farCount)
            {
                break;
            }

            var least = child + Arity <= _farCount ? LeastOfFour(far, child) : Least(far, child, _farCount);
            if (!IsBefore(far[least], last))
            {
                break;
            }

            far[hole] = far[least];
            hole = least;
        }

        far[hole] = last;
        return first;
    }

    // Which of four comes first is unpredictable, and a mispredicted branch costs more than all comparisons, so only ties branch.
    private int LeastOfFour(Key[] keys, int child)
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

    private int Least(Key[] keys, int child, int end)
    {
        var least = child;
        for (var other = child + 1; other < end; other++)
        {
            if (IsBefore(keys[other], keys[least]))
            {
                least = other;
            }
        }

        return least;
    }

    private bool IsBefore(in Key one, in Key other) =>
        one.Due != other.Due ? one.Due < other.Due : _timers[one.Place].IsBefore(_timers[other.Place]);

    private void Grow()
    {
        Array.Resize(ref _timers, Math.Max(64, Count * 2));
        Array.Resize(ref _places, _timers.Length);
        for (var place = Count; place < _places.Length; place++)
        {
            _places[place] = place;
        }
    }

    /// <summary>What a timer does: tells its receiver the message, or calls it.</summary>
    internal readonly record struct Deed(IActorRef? Receiver, object Message);

    /// <summary>The due time of a timer in ticks, and its place.</summary>
    private readonly struct Key(long due, int place)
    {
        public readonly long Due = due;
        public readonly int Place = place;
    }

    /// <summary>The part of a timer that does not move.</summary>
    private struct Timer
    {
        private long _rank;
        private long _sequence;

        public IActorRef? Receiver { get; private set; }

        public object Message { get; private set; }

        public readonly bool IsBefore(in Timer other) => _rank != other._rank ? _rank < other._rank : _sequence < other._sequence;

        // The place belonged to the timer that rang last, often of the same actor. Writing a reference costs more than comparing it.
        public void Become(long rank, long sequence, IActorRef? receiver, object message)
        {
            _rank = rank;
            _sequence = sequence;
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
}
