using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Watching;

/// <summary>Keeps what a scene of a running shop is made of. It belongs to the shop's thread: others get a <see cref="Scene"/>, which does not change.</summary>
internal sealed class SceneTimeline(IReadOnlyList<string> stages) : ShopLevels(stages.Count)
{
    private readonly Seats[] _seats = [.. stages.Select(_ => new Seats())];

    // Mutable structs: fields, so that a change is a change of the field and not of a copy.
    private TimeAverage _concurrency;
    private TimeAverage _parallelism;
    private long _served;
    private long _lost;

    public Scene At(ShopMoment moment) => new(
        moment,
        [.. stages.Select((name, index) => new StageScene(name, Stages[index].Queue, _seats[index].Now))],
        _served,
        _lost,
        InShop,
        PickUpQueue,
        DialOf(_concurrency, moment.Now),
        DialOf(_parallelism, moment.Now));

    public override void InProgress(TimeSpan now)
    {
        base.InProgress(now);
        Measure(now);
    }

    public override void WorkersChanged(int stage, int change, TimeSpan now)
    {
        base.WorkersChanged(stage, change, now);
        for (; change > 0; change--)
        {
            _seats[stage].Come();
        }

        for (; change < 0; change++)
        {
            _seats[stage].Go();
        }
    }

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        _seats[stage].Begin(worker, activity, order);
        Measure(now);
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        _seats[stage].End(worker);
        Measure(now);
    }

    public override void Left(Order order)
    {
        base.Left(order);
        if (order.Outcome == Outcome.Served)
        {
            _served++;
        }
        else
        {
            _lost++;
        }

        Measure(order.Left);
    }

    private static Dial DialOf(in TimeAverage level, TimeSpan now) => new(level.Value, level.Mean(now.Ticks), level.Max(now.Ticks));

    private void Measure(TimeSpan now)
    {
        _concurrency.Change(now.Ticks, OrdersInProgress - _concurrency.Value);
        _parallelism.Change(now.Ticks, InService - _parallelism.Value);
    }
}
