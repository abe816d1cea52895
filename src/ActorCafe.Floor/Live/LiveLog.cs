using System.Collections.Concurrent;
using ActorCafe.Floor.Facts;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Live;

/// <summary>
/// The growing log of a shop that runs now. The shop's actors write from many threads and never wait: what they report is put into a queue without a lock.
/// Whoever reads takes it from there, or the thread pool if nobody reads for long. Before the first reader the log keeps no entries, only the present state.
/// </summary>
internal sealed class LiveLog(ShopSettings shop) : FactTimeline
{
    /// <summary>The queue is emptied whenever this many entries have come, whether anybody reads or not.</summary>
    private const int MostQueued = 1024;

    private readonly ConcurrentQueue<LiveEntry> _arrived = [];
    private readonly Lock _gate = new();
    private readonly PresentShop _present = new(shop);
    private readonly PresentCluster _cluster = new();
    private EntryRing? _ring;
    private TimeSpan _last;
    private long _number;
    private int _queued;

    /// <summary>Takes a change of the cluster.</summary>
    public void Add(ClusterChange change, TimeSpan now) => Arrive(new(new Fact(now, default, 0, 0, 0), change));

    /// <summary>The present state. From now on entries are kept.</summary>
    /// <param name="now">The shop's clock.</param>
    public LiveScene Scene(Func<TimeSpan> now)
    {
        lock (_gate)
        {
            TakeArrived();
            _ring ??= new EntryRing(_number);
            return new LiveScene(_number, _present.Facts(), _cluster.Nodes, _cluster.Machines, Levels(now));
        }
    }

    /// <summary>Reads what came after an entry.</summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="most">How many entries to read at most.</param>
    /// <returns>The entries, and the number of the last one of the log; null if some of them are gone.</returns>
    public (LiveEntry[] Entries, long Last)? After(long number, int most)
    {
        lock (_gate)
        {
            TakeArrived();
            return _ring?.HasAllAfter(number) == true ? (_ring.After(number, most), _number) : null;
        }
    }

    /// <summary>The present counts.</summary>
    public LiveLevels ReadLevels(Func<TimeSpan> now)
    {
        lock (_gate)
        {
            TakeArrived();
            return Levels(now);
        }
    }

    private protected override void Add(in Fact fact) => Arrive(new(fact, null));

    private void Arrive(in LiveEntry entry)
    {
        _arrived.Enqueue(entry);
        if (Interlocked.Increment(ref _queued) % MostQueued == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static log => log.Tidy(), this, preferLocal: false);
        }
    }

    private void Tidy()
    {
        lock (_gate)
        {
            TakeArrived();
        }
    }

    private void TakeArrived()
    {
        var taken = 0;
        for (; _arrived.TryDequeue(out var entry); taken++)
        {
            // Two threads may read the clock in one order and arrive here in the other.
            _last = entry.Fact.At > _last ? entry.Fact.At : _last;
            Take(entry with { Fact = entry.Fact with { At = _last } });
        }

        Interlocked.Add(ref _queued, -taken);
    }

    private void Take(in LiveEntry entry)
    {
        if (entry.Change is null ? _present.Apply(_number + 1, entry.Fact) : _cluster.Apply(entry.Change))
        {
            _number++;
            _ring?.Add(entry);
        }
    }

    private LiveLevels Levels(Func<TimeSpan> now)
    {
        var at = now();
        return new(at > _last ? at : _last, [.. _present.Queues], [.. _present.Busy], _present.InProgress, _present.SecondCoffees, _present.RepeatedBrews);
    }
}

/// <summary>The present state of a shop and its cluster.</summary>
/// <param name="Number">The number of the last entry in it.</param>
/// <param name="Facts">Facts that yield the present state of the shop.</param>
/// <param name="Nodes">The nodes, by address.</param>
/// <param name="Machines">The coffee machines, in the order in which they were first named.</param>
/// <param name="Levels">The present counts.</param>
internal sealed record LiveScene(
    long Number, IReadOnlyList<Fact> Facts, IReadOnlyList<LiveNode> Nodes, IReadOnlyList<MachineChange> Machines, LiveLevels Levels);

/// <summary>Counts of a moment.</summary>
/// <param name="At">The moment, of the shop's clock.</param>
/// <param name="Queues">Orders in each stage's queue.</param>
/// <param name="Busy">Workers of each stage in service.</param>
/// <param name="InProgress">Orders whose first service has begun.</param>
/// <param name="SecondCoffees">Coffees that went to a customer who had theirs already.</param>
/// <param name="RepeatedBrews">Services of coffee machines that were interrupted, and begin again.</param>
internal sealed record LiveLevels(
    TimeSpan At, IReadOnlyList<int> Queues, IReadOnlyList<int> Busy, int InProgress, long SecondCoffees, long RepeatedBrews);
