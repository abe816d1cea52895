using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>
/// Counts the orders and workers in each place at the current instant of a run. A derived class learns when all changes of an instant have been made.
/// </summary>
public class ShopLevels : IShopTimeline
{
    private readonly StageLevels[] _stages;
    private bool _changed;

    /// <param name="stages">The number of stages of the shop, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one stage.</exception>
    public ShopLevels(int stages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stages, 1);
        _stages = [.. Enumerable.Range(0, stages).Select(_ => new StageLevels())];
    }

    /// <summary>The time of the last change.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Orders that were placed and have not left.</summary>
    public int InShop { get; private set; }

    /// <summary>Orders in the shop whose first service has begun: concurrency.</summary>
    public int OrdersInProgress { get; private set; }

    /// <summary>Orders in the shop whose first service has not begun: the order queue.</summary>
    public int OrderQueue => InShop - OrdersInProgress;

    /// <summary>Customers whose order was taken and who wait for their coffee.</summary>
    public int PickUpQueue { get; private set; }

    /// <summary>Workers in service at all stages: parallelism.</summary>
    public int InService { get; private set; }

    /// <summary>The levels of each stage, by its index.</summary>
    public IReadOnlyList<StageLevels> Stages => _stages;

    public virtual void Placed(Order order, TimeSpan now)
    {
        Change(now);
        InShop++;
    }

    public virtual void InProgress(long order, TimeSpan now)
    {
        Change(now);
        OrdersInProgress++;
    }

    public virtual void WorkerJoined(int stage, int worker, TimeSpan now)
    {
        Change(now);
        _stages[stage].Workers++;
    }

    public virtual void WorkerLeft(int stage, int worker, TimeSpan now)
    {
        Change(now);
        _stages[stage].Workers--;
    }

    public virtual void WorkerDown(int stage, int worker, TimeSpan now)
    {
        Change(now);
        _stages[stage].Down++;
    }

    public virtual void WorkerUp(int stage, int worker, TimeSpan now)
    {
        Change(now);
        _stages[stage].Down--;
    }

    public virtual void JoinedQueue(int stage, long order, TimeSpan now)
    {
        Change(now);
        _stages[stage].Queue++;
    }

    public virtual void LeftQueue(int stage, long order, TimeSpan now)
    {
        Change(now);
        _stages[stage].Queue--;
    }

    public virtual void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => Change(activity, stage, +1, now);

    public virtual void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) =>
        Change(activity, stage, -1, now);

    public virtual void AwaitsPickUp(long order, TimeSpan now)
    {
        Change(now);
        PickUpQueue++;
    }

    public virtual void Left(Order order, TimeSpan now)
    {
        Change(now);
        InShop--;
        OrdersInProgress -= order.InProgress ? 1 : 0;
        PickUpQueue -= order.AwaitsPickUp ? 1 : 0;
    }

    public virtual void Over(TimeSpan now)
    {
        if (_changed)
        {
            GoesOn();
        }
    }

    /// <summary>Called when all changes of the instant <see cref="Now"/> have been made, because time moves on or the run is over.</summary>
    protected virtual void GoesOn()
    {
    }

    private void Change(WorkerActivity activity, int stage, int change, TimeSpan now)
    {
        Change(now);
        _stages[stage].Change(activity, change);
        InService += activity == WorkerActivity.Serving ? change : 0;
    }

    private void Change(TimeSpan now)
    {
        if (_changed && now > Now)
        {
            GoesOn();
        }

        (Now, _changed) = (now, true);
    }
}

/// <summary>The numbers of orders and workers at a stage.</summary>
public sealed class StageLevels
{
    private readonly int[] _kept = new int[Enum.GetValues<WorkerActivity>().Length];

    /// <summary>Workers that have joined and not left.</summary>
    public int Workers { get; internal set; }

    /// <summary>Workers that are down.</summary>
    public int Down { get; internal set; }

    /// <summary>Orders in the queue.</summary>
    public int Queue { get; internal set; }

    /// <summary>The number of workers that spend time on an order in this way.</summary>
    public int Of(WorkerActivity activity) => _kept[(int)activity];

    /// <summary>Workers in service.</summary>
    public int Busy => Of(WorkerActivity.Serving);

    /// <summary>Workers held after service, because the next stage is full or they stay with the order.</summary>
    public int Blocked => Of(WorkerActivity.Blocked) + Of(WorkerActivity.Staying);

    internal void Change(WorkerActivity activity, int change) => _kept[(int)activity] += change;
}
