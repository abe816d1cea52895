using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>Tells a timeline what another observer is told too.</summary>
internal sealed class TimelineObserver(IShopObserver inner, IShopTimeline timeline) : IShopObserver
{
    public void Placed(Order order)
    {
        inner.Placed(order);
        timeline.Placed(order);
    }

    public void WorkersChanged(int stage, int change, TimeSpan now)
    {
        inner.WorkersChanged(stage, change, now);
        timeline.WorkersChanged(stage, change, now);
    }

    public void Arrived(int stage, long order) => inner.Arrived(stage, order);

    public void Rejected(int stage, long order) => inner.Rejected(stage, order);

    public void JoinedQueue(int stage, TimeSpan now)
    {
        inner.JoinedQueue(stage, now);
        timeline.QueueChanged(stage, +1, now);
    }

    public void LeftQueue(int stage, TimeSpan now)
    {
        inner.LeftQueue(stage, now);
        timeline.QueueChanged(stage, -1, now);
    }

    public void ServiceBegan(int stage, Order order, TimeSpan now)
    {
        inner.ServiceBegan(stage, order, now);
        if (!order.InProgress)
        {
            timeline.InProgress(now);
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

    public void AwaitsPickUp(TimeSpan now)
    {
        inner.AwaitsPickUp(now);
        timeline.AwaitsPickUp(now);
    }

    public void Left(Order order)
    {
        inner.Left(order);
        timeline.Left(order);
    }
}
