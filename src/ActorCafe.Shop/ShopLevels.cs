using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>
/// How many orders and workers are where at the moment a run has come to. What derives from it is told when time goes on, which
/// is when all changes of an instant have been made.
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

    public virtual void Placed(Order order)
    {
        Change(order.Placed);
        InShop++;
    }

    public virtual void InProgress(TimeSpan now)
    {
        Change(now);
        OrdersInProgress++;
    }

    public virtual void WorkersChanged(int stage, int change, TimeSpan now)
    {
        Change(now);
        _stages[stage].Workers += change;
    }

    public virtual void QueueChanged(int stage, int change, TimeSpan now)
    {
        Change(now);
        _stages[stage].Queue += change;
    }

    public virtual void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => Change(activity, stage, +1, now);

    public virtual void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) =>
        Change(activity, stage, -1, now);

    public virtual void AwaitsPickUp(TimeSpan now)
    {
        Change(now);
        PickUpQueue++;
    }

    public virtual void Left(Order order)
    {
        Change(order.Left);
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
