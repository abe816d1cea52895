using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Recording;

/// <summary>Records what charts need of a run, in constant memory: the activities for the first orders, and levels over time.</summary>
/// <param name="stages">The number of stages.</param>
/// <param name="opened">The time of the shop's clock at opening; what is recorded counts from here.</param>
public sealed class ShopRecording(int stages, TimeSpan opened = default) : ShopLevels(stages)
{
    /// <summary>The number of orders whose activities are recorded.</summary>
    public const int FirstOrders = 12;

    private readonly Dictionary<(int Stage, int Worker), WorkerSpan> _open = [];
    private readonly List<WorkerSpan> _spans = [];
    private readonly LevelSeries[] _queues = [.. Enumerable.Range(0, stages).Select(_ => new LevelSeries())];
    private readonly LevelSeries _progress = new();
    private readonly LevelSeries _busy = new();
    private readonly LevelSeries _workers = new();
    private int _firstOrdersLeft;

    /// <summary>What the first orders occupied workers with, by start time.</summary>
    public IReadOnlyList<WorkerSpan> Spans => [.. _spans.OrderBy(span => span.From).ThenBy(span => span.Stage).ThenBy(span => span.Worker)];

    /// <summary>Orders in progress: concurrency.</summary>
    public IReadOnlyList<LevelSlot> Concurrency => _progress.Slots();

    /// <summary>Workers in service: parallelism.</summary>
    public IReadOnlyList<LevelSlot> Parallelism => _busy.Slots();

    /// <summary>All workers.</summary>
    public IReadOnlyList<LevelSlot> Workers => _workers.Slots();

    /// <summary>The end of the run, since opening.</summary>
    public TimeSpan End { get; private set; }

    /// <summary>The length of a slot of every series.</summary>
    public TimeSpan SlotLength => _progress.SlotLength;

    /// <summary>Orders waiting at a stage.</summary>
    public IReadOnlyList<LevelSlot> Queue(int stage) => _queues[stage].Slots();

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        if (order <= FirstOrders)
        {
            _open[(stage, worker)] = new(activity, stage, worker, order, now - opened, now - opened);
        }
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        if (order <= FirstOrders && _open.Remove((stage, worker), out var span))
        {
            Keep(span, now - opened);
        }
    }

    public override void WorkerDown(int stage, int worker, TimeSpan now)
    {
        base.WorkerDown(stage, worker, now);
        if (_firstOrdersLeft < FirstOrders)
        {
            _open[(stage, worker)] = new(default, stage, worker, 0, now - opened, now - opened);
        }
    }

    public override void WorkerUp(int stage, int worker, TimeSpan now)
    {
        base.WorkerUp(stage, worker, now);
        if (_open.Remove((stage, worker), out var span))
        {
            Keep(span, now - opened);
        }
    }

    public override void Left(Order order, TimeSpan now)
    {
        base.Left(order, now);
        _firstOrdersLeft += order.Number <= FirstOrders ? 1 : 0;
    }

    public override void Over(TimeSpan now)
    {
        base.Over(now);
        End = now - opened;
        foreach (var span in _open.Values)
        {
            Keep(span, End);
        }

        foreach (var series in (LevelSeries[])[_progress, _busy, _workers, .. _queues])
        {
            series.Finish(End);
        }
    }

    protected override void GoesOn()
    {
        var now = Now - opened;
        _progress.Set(OrdersInProgress, now);
        _busy.Set(InService, now);
        _workers.Set(Stages.Sum(stage => stage.Workers), now);
        for (var stage = 0; stage < _queues.Length; stage++)
        {
            _queues[stage].Set(Stages[stage].Queue, now);
        }
    }

    private void Keep(WorkerSpan span, TimeSpan until)
    {
        if (until > span.From)
        {
            _spans.Add(span with { To = until });
        }
    }
}

/// <summary>A simulated shop.</summary>
/// <param name="Settings">The shop.</param>
/// <param name="Result">The result of all replications.</param>
/// <param name="Recording">The recording of the first replication.</param>
public sealed record RecordedShop(ShopSettings Settings, ShopResult Result, ShopRecording Recording);
