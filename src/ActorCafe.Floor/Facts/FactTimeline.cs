using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Floor.Facts;

/// <summary>Makes a <see cref="Fact"/> of every change of a run.</summary>
public abstract class FactTimeline : IShopTimeline
{
    public void Placed(Order order, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(order);
        Add(FactKind.Placed, 0, order.Drink.Index, order.Number, now);
    }

    public void InProgress(long order, TimeSpan now)
    {
        // The order's first service says the same.
    }

    public void WorkerJoined(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerJoined, stage, worker, 0, now);

    public void WorkerLeft(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerLeft, stage, worker, 0, now);

    public void WorkerDown(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerDown, stage, worker, 0, now);

    public void WorkerUp(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerUp, stage, worker, 0, now);

    public void JoinedQueue(int stage, long order, TimeSpan now) => Add(FactKind.JoinedQueue, stage, 0, order, now);

    public void LeftQueue(int stage, long order, TimeSpan now) => Add(FactKind.LeftQueue, stage, 0, order, now);

    public void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) =>
        Add(FactKind.Serving + (int)activity, stage, worker, order, now);

    public void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) =>
        Add(completed ? FactKind.EndServing + (int)activity : FactKind.Interrupted, stage, worker, order, now);

    public void AwaitsPickUp(long order, TimeSpan now) => Add(FactKind.AwaitsPickUp, 0, 0, order, now);

    public void Left(Order order, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(order);
        Add(FactKind.Left, 0, (int)order.Outcome, order.Number, now);
    }

    public virtual void Over(TimeSpan now)
    {
    }

    /// <summary>Takes a fact, right when it happens.</summary>
    private protected abstract void Add(in Fact fact);

    private void Add(FactKind kind, int stage, int worker, long order, TimeSpan now) => Add(new Fact(now, kind, stage, worker, order));
}
