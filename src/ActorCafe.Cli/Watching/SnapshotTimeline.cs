using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Watching;

/// <summary>
/// Builds snapshots of a running shop. Belongs to the shop's thread; other threads receive an immutable <see cref="ShopSnapshot"/>.
/// </summary>
internal sealed class SnapshotTimeline : ShopLevels
{
    private readonly IReadOnlyList<string> _stages;
    private readonly SortedDictionary<int, WorkerSnapshot>[] _workers;
    private readonly StageAverages[] _averages;

    // Mutable structs, so kept in fields: changing a copy would have no effect.
    private TimeAverage _concurrency;
    private TimeAverage _parallelism;
    private long _served;
    private long _lost;
    private bool _hasBreakdowns;
    private TimeSpan _poolsSince;

    /// <param name="stages">The names of the stages.</param>
    /// <param name="opened">The time of the shop's clock at opening; means count from here.</param>
    public SnapshotTimeline(IReadOnlyList<string> stages, TimeSpan opened = default)
        : base(stages.Count)
    {
        _stages = stages;
        _workers = [.. stages.Select(_ => new SortedDictionary<int, WorkerSnapshot>())];
        _averages = [.. stages.Select(_ => new StageAverages(opened))];
        _poolsSince = opened;
        _concurrency.Reset(opened.Ticks);
        _parallelism.Reset(opened.Ticks);
    }

    public ShopSnapshot At(ShopMoment moment) => new(
        moment,
        [.. _stages.Select((name, index) => new StageSnapshot(name, Stages[index].Queue, [.. _workers[index].Values]))],
        _served,
        _lost,
        InShop,
        PickUpQueue,
        new ShopTotals(
            moment.Now,
            _served,
            _concurrency.Integral(moment.Now.Ticks),
            _parallelism.Integral(moment.Now.Ticks),
            [.. _averages.Select(stage => stage.Until(moment.Now))]))
    {
        InProgress = OrdersInProgress,
        InService = InService,
        PoolsSince = _poolsSince,
        HasBreakdowns = _hasBreakdowns,
    };

    public override void InProgress(long order, TimeSpan now)
    {
        base.InProgress(order, now);
        Measure(now);
    }

    public override void WorkerJoined(int stage, int worker, TimeSpan now)
    {
        base.WorkerJoined(stage, worker, now);
        ChangePool(stage, +1, now);
        _workers[stage][worker] = new WorkerSnapshot(worker);
    }

    public override void WorkerLeft(int stage, int worker, TimeSpan now)
    {
        base.WorkerLeft(stage, worker, now);
        ChangePool(stage, -1, now);
        _workers[stage].Remove(worker);
    }

    public override void WorkerDown(int stage, int worker, TimeSpan now)
    {
        base.WorkerDown(stage, worker, now);
        _workers[stage][worker] = new WorkerSnapshot(worker, IsDown: true);
        _hasBreakdowns = true;
    }

    public override void WorkerUp(int stage, int worker, TimeSpan now)
    {
        base.WorkerUp(stage, worker, now);
        _workers[stage][worker] = new WorkerSnapshot(worker);
    }

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        _averages[stage].Change(activity, +1, now);
        _workers[stage][worker] = new WorkerSnapshot(worker, activity, order);
        Measure(now);
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        _averages[stage].Change(activity, -1, now);
        _workers[stage][worker] = new WorkerSnapshot(worker);
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

    private void ChangePool(int stage, int change, TimeSpan now)
    {
        _averages[stage].ChangeWorkers(change, now);
        // Those who are there at opening have joined before the clock was started.
        _poolsSince = now > _poolsSince ? now : _poolsSince;
    }

    private void Measure(TimeSpan now)
    {
        _concurrency.Change(now.Ticks, OrdersInProgress - _concurrency.Value);
        _parallelism.Change(now.Ticks, InService - _parallelism.Value);
    }

    /// <summary>The workers of a stage over time.</summary>
    private sealed class StageAverages
    {
        private TimeAverage _workers;
        private TimeAverage _busy;
        private TimeAverage _held;

        public StageAverages(TimeSpan opened)
        {
            _workers.Reset(opened.Ticks);
            _busy.Reset(opened.Ticks);
            _held.Reset(opened.Ticks);
        }

        public void ChangeWorkers(int change, TimeSpan now) => _workers.Change(now.Ticks, change);

        public void Change(WorkerActivity activity, int change, TimeSpan now)
        {
            switch (activity)
            {
                case WorkerActivity.Serving or WorkerActivity.HandingOver:
                    _busy.Change(now.Ticks, change);
                    break;
                default:
                    _held.Change(now.Ticks, change);
                    break;
            }
        }

        public StageTotals Until(TimeSpan now) => new(_workers.Integral(now.Ticks), _busy.Integral(now.Ticks), _held.Integral(now.Ticks));
    }
}
