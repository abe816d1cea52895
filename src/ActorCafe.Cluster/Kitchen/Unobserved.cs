using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Kitchen;

/// <summary>Nobody looks: what happens at a station is measured at the front, which knows the whole shop.</summary>
internal sealed class Unobserved : IShopObserver
{
    public void Placed(OrderSlip order)
    {
    }

    public void WorkersChanged(int stage, int change, TimeSpan now)
    {
    }

    public void Arrived(int stage, long order)
    {
    }

    public void Rejected(int stage, long order)
    {
    }

    public void JoinedQueue(int stage, TimeSpan now)
    {
    }

    public void LeftQueue(int stage, TimeSpan now)
    {
    }

    public void ServiceBegan(int stage, bool first, TimeSpan now)
    {
    }

    public void ServiceEnded(int stage, OrderSlip order, TimeSpan now)
    {
    }

    public void ServiceInterrupted(int stage, TimeSpan now)
    {
    }

    public void Occupied(int stage, Occupation occupation, int change, TimeSpan now)
    {
    }

    public void AwaitsPickUp(TimeSpan now)
    {
    }

    public void Left(OrderSlip order)
    {
    }
}
