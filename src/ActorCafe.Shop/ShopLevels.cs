using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>
/// Counts the orders and workers in each place at the current instant of a run. A derived class hears when time moves on, after all changes of an
/// instant.
/// </summary>
public class ShopLevels : IShopTimeline
{
    private readonly StageLevels[] _stages;
    private bool _changed;

    /// <param name="stages">How many stages the shop has.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one stage.</exception>
    public ShopLevels(int stages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stages, 1);
        _stages = [.. Enumerable.Range(0, stages).Select(_ => new StageLevels())];
    }

    /// <summary>The moment of the last change.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Orders placed that have not left.</summary>
    public int InShop { get; private set; }

    /// <summary>Of those, the ones whose first service has begun: concurrency.</summary>
    public int OrdersInProgress { get; private set; }

    /// <summary>Of those, the ones whose first service has not begun: the order queue.</summary>
    public int OrderQueue => InShop - OrdersInProgress;

    /// <summary>Customers who have ordered and wait for their coffee.</summary>
    public int PickUpQueue { get; private set; }

    /// <summary>Workers in service, of all stages: parallelism.</summary>
    public int InService { get; private set; }

    /// <summary>By the stages' indices.</summary>
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

    /// <summary>All changes of the instant <see cref="Now"/> have been made: time goes on, or the run is over.</summary>
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

/// <summary>How many orders and workers of a stage are where.</summary>
public sealed class StageLevels
{
    private readonly int[] _kept = new int[Enum.GetValues<WorkerActivity>().Length];

    /// <summary>Workers there are.</summary>
    public int Workers { get; internal set; }

    /// <summary>Orders waiting.</summary>
    public int Queue { get; internal set; }

    /// <summary>Workers kept by an order in one way.</summary>
    public int Of(WorkerActivity activity) => _kept[(int)activity];

    /// <summary>Workers in service.</summary>
    public int Busy => Of(WorkerActivity.Serving);

    /// <summary>Workers held after their service: the next stage is full, or they stay with the order.</summary>
    public int Blocked => Of(WorkerActivity.Blocked) + Of(WorkerActivity.Staying);

    internal void Change(WorkerActivity activity, int change) => _kept[(int)activity] += change;
}
