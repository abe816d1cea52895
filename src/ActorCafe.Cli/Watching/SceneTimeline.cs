using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Watching;

/// <summary>Keeps what a scene of a running shop is made of. It belongs to the shop's thread: others get a <see cref="Scene"/>, which does not change.</summary>
internal sealed class SceneTimeline(IReadOnlyList<string> stages) : ShopLevels(stages.Count)
{
    private readonly SortedDictionary<int, Seat>[] _workers = [.. stages.Select(_ => new SortedDictionary<int, Seat>())];

    // Mutable structs: fields, so that a change is a change of the field and not of a copy.
    private TimeAverage _concurrency;
    private TimeAverage _parallelism;
    private long _served;
    private long _lost;

    public Scene At(ShopMoment moment) => new(
        moment,
        [.. stages.Select((name, index) => new StageScene(name, Stages[index].Queue, [.. _workers[index].Values]))],
        _served,
        _lost,
        InShop,
        PickUpQueue,
        DialOf(_concurrency, moment.Now),
        DialOf(_parallelism, moment.Now));

    public override void InProgress(long order, TimeSpan now)
    {
        base.InProgress(order, now);
        Measure(now);
    }

    public override void WorkerJoined(int stage, int worker, TimeSpan now)
    {
        base.WorkerJoined(stage, worker, now);
        _workers[stage][worker] = new Seat(worker);
    }

    public override void WorkerLeft(int stage, int worker, TimeSpan now)
    {
        base.WorkerLeft(stage, worker, now);
        _workers[stage].Remove(worker);
    }

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        _workers[stage][worker] = new Seat(worker, activity, order);
        Measure(now);
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        _workers[stage][worker] = new Seat(worker);
        Measure(now);
    }

    public override void Left(Order order, TimeSpan now)
    {
        base.Left(order, now);
        if (order.Outcome == Outcome.Served)
        {
            _served++;
        }
        else
        {
            _lost++;
        }

        Measure(now);
    }

    private static Dial DialOf(in TimeAverage level, TimeSpan now) => new(level.Value, level.Mean(now.Ticks), level.Max(now.Ticks));

    private void Measure(TimeSpan now)
    {
        _concurrency.Change(now.Ticks, OrdersInProgress - _concurrency.Value);
        _parallelism.Change(now.Ticks, InService - _parallelism.Value);
    }
}
