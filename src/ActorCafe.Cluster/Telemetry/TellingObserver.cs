using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>Lets telemetry know what an observer is told.</summary>
internal sealed class TellingObserver(IShopObserver inner, FrontTelemetry telemetry) : IShopObserver
{
    public void Placed(OrderSlip order)
    {
        telemetry.Traces.Placed(order);
        inner.Placed(order);
    }

    public void WorkersChanged(int stage, int change, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeWorkers(change);
        inner.WorkersChanged(stage, change, now);
    }

    public void Arrived(int stage, long order) => inner.Arrived(stage, order);

    public void Rejected(int stage, long order) => inner.Rejected(stage, order);

    public void JoinedQueue(int stage, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeQueue(+1);
        inner.JoinedQueue(stage, now);
    }

    public void LeftQueue(int stage, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeQueue(-1);
        inner.LeftQueue(stage, now);
    }

    public void ServiceBegan(int stage, bool first, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeBusy(+1);
        inner.ServiceBegan(stage, first, now);
    }

    public void ServiceEnded(int stage, OrderSlip order, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeBusy(-1);
        inner.ServiceEnded(stage, order, now);
    }

    public void ServiceInterrupted(int stage, TimeSpan now)
    {
        telemetry.LevelsOf(stage).ChangeBusy(-1);
        inner.ServiceInterrupted(stage, now);
    }

    public void Occupied(int stage, Occupation occupation, int change, TimeSpan now) => inner.Occupied(stage, occupation, change, now);

    public void AwaitsPickUp(TimeSpan now) => inner.AwaitsPickUp(now);

    public void Left(OrderSlip order)
    {
        if (order.Outcome == Outcome.Served)
        {
            telemetry.Served(order.Left - order.Placed);
        }

        telemetry.Traces.Left(order);
        inner.Left(order);
    }
}
