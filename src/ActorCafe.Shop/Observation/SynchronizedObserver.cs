using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>Lets one caller at a time through to an observer: with the real clock actors run on many threads.</summary>
internal sealed class SynchronizedObserver(IShopObserver inner) : IShopObserver
{
    private readonly Lock _gate = new();

    /// <summary>Reads what was observed while nobody reports.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    public void Placed(Order order)
    {
        lock (_gate)
        {
            inner.Placed(order);
        }
    }

    public void WorkersChanged(int stage, int change, TimeSpan now)
    {
        lock (_gate)
        {
            inner.WorkersChanged(stage, change, now);
        }
    }

    public void Arrived(int stage, long order)
    {
        lock (_gate)
        {
            inner.Arrived(stage, order);
        }
    }

    public void Rejected(int stage, long order)
    {
        lock (_gate)
        {
            inner.Rejected(stage, order);
        }
    }

    public void JoinedQueue(int stage, TimeSpan now)
    {
        lock (_gate)
        {
            inner.JoinedQueue(stage, now);
        }
    }

    public void LeftQueue(int stage, TimeSpan now)
    {
        lock (_gate)
        {
            inner.LeftQueue(stage, now);
        }
    }

    public void ServiceBegan(int stage, Order order, TimeSpan now)
    {
        lock (_gate)
        {
            inner.ServiceBegan(stage, order, now);
        }
    }

    public void ServiceEnded(int stage, Order order, TimeSpan now)
    {
        lock (_gate)
        {
            inner.ServiceEnded(stage, order, now);
        }
    }

    public void ServiceInterrupted(int stage, Order order, TimeSpan now)
    {
        lock (_gate)
        {
            inner.ServiceInterrupted(stage, order, now);
        }
    }

    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now)
    {
        lock (_gate)
        {
            inner.Occupied(stage, worker, order, occupation, change, now);
        }
    }

    public void AwaitsPickUp(TimeSpan now)
    {
        lock (_gate)
        {
            inner.AwaitsPickUp(now);
        }
    }

    public void Left(Order order)
    {
        lock (_gate)
        {
            inner.Left(order);
        }
    }
}
