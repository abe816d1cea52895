using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Kitchen;

/// <summary>
/// Nobody looks: a café on a cluster has its book to be measured by. Telemetry, where it is asked for, looks at some of it.
/// </summary>
internal class Unobserved : IShopObserver
{
    public virtual void Placed(Order order)
    {
    }

    public virtual void WorkersChanged(int stage, int change, TimeSpan now)
    {
    }

    public virtual void Arrived(int stage, long order)
    {
    }

    public virtual void Rejected(int stage, long order)
    {
    }

    public virtual void JoinedQueue(int stage, TimeSpan now)
    {
    }

    public virtual void LeftQueue(int stage, TimeSpan now)
    {
    }

    public virtual void ServiceBegan(int stage, Order order, TimeSpan now)
    {
    }

    public virtual void ServiceEnded(int stage, Order order, TimeSpan now)
    {
    }

    public virtual void ServiceInterrupted(int stage, Order order, TimeSpan now)
    {
    }

    public virtual void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now)
    {
    }

    public virtual void AwaitsPickUp(TimeSpan now)
    {
    }

    public virtual void Left(Order order)
    {
    }
}
