using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>Passes every fact on to another observer, and to a timeline.</summary>
internal sealed class TimelineObserver(IShopObserver inner, IShopTimeline timeline) : IShopObserver
{
    public void WarmedUp(TimeSpan now) => inner.WarmedUp(now);

    public void Placed(Order order, TimeSpan now)
    {
        inner.Placed(order, now);
        timeline.Placed(order, now);
    }

    public void WorkerJoined(int stage, int worker, TimeSpan now)
    {
        inner.WorkerJoined(stage, worker, now);
        timeline.WorkerJoined(stage, worker, now);
    }

    public void WorkerLeft(int stage, int worker, TimeSpan now)
    {
        inner.WorkerLeft(stage, worker, now);
        timeline.WorkerLeft(stage, worker, now);
    }

    public void WorkerDown(int stage, int worker, TimeSpan now)
    {
        inner.WorkerDown(stage, worker, now);
        timeline.WorkerDown(stage, worker, now);
    }

    public void WorkerUp(int stage, int worker, TimeSpan now)
    {
        inner.WorkerUp(stage, worker, now);
        timeline.WorkerUp(stage, worker, now);
    }

    public void Arrived(int stage, Order order, TimeSpan now) => inner.Arrived(stage, order, now);

    public void Rejected(int stage, Order order, TimeSpan now) => inner.Rejected(stage, order, now);

    public void Reneged(int stage, Order order, TimeSpan now) => inner.Reneged(stage, order, now);

    public void JoinedQueue(int stage, Order order, TimeSpan now)
    {
        inner.JoinedQueue(stage, order, now);
        timeline.JoinedQueue(stage, order.Number, now);
    }

    public void LeftQueue(int stage, Order order, TimeSpan now)
    {
        inner.LeftQueue(stage, order, now);
        timeline.LeftQueue(stage, order.Number, now);
    }

    public void ServiceBegan(int stage, Order order, TimeSpan now)
    {
        inner.ServiceBegan(stage, order, now);
        if (!order.InProgress)
        {
            timeline.InProgress(order.Number, now);
        }

        timeline.Began(WorkerActivity.Serving, stage, order.Visits[stage].Worker, order.Number, now);
    }

    public void ServiceEnded(int stage, Order order, TimeSpan now)
    {
        inner.ServiceEnded(stage, order, now);
        timeline.Ended(WorkerActivity.Serving, stage, order.Visits[stage].Worker, order.Number, completed: true, now);
    }

    public void ServiceInterrupted(int stage, Order order, TimeSpan now)
    {
        inner.ServiceInterrupted(stage, order, now);
        timeline.Ended(WorkerActivity.Serving, stage, order.Visits[stage].Worker, order.Number, completed: false, now);
    }

    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now)
    {
        inner.Occupied(stage, worker, order, occupation, change, now);
        var activity = occupation switch
        {
            Occupation.HandingOver => WorkerActivity.HandingOver,
            Occupation.Blocked => WorkerActivity.Blocked,
            _ => WorkerActivity.Staying,
        };
        if (change > 0)
        {
            timeline.Began(activity, stage, worker, order, now);
        }
        else
        {
            timeline.Ended(activity, stage, worker, order, completed: true, now);
        }
    }

    public void AwaitsPickUp(Order order, TimeSpan now)
    {
        inner.AwaitsPickUp(order, now);
        timeline.AwaitsPickUp(order.Number, now);
    }

    public void Left(Order order, TimeSpan now)
    {
        inner.Left(order, now);
        timeline.Left(order, now);
    }
}
