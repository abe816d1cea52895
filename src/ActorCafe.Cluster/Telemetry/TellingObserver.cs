using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>Lets telemetry know what happens at the front; called by many actors at once, as telemetry may be.</summary>
internal sealed class TellingObserver(FrontTelemetry telemetry) : Unobserved
{
    public override void Placed(Order order) => telemetry.Traces.Placed(order);

    public override void WorkersChanged(int stage, int change, TimeSpan now) => telemetry.LevelsOf(stage).ChangeWorkers(change);

    public override void JoinedQueue(int stage, TimeSpan now) => telemetry.LevelsOf(stage).ChangeQueue(+1);

    public override void LeftQueue(int stage, TimeSpan now) => telemetry.LevelsOf(stage).ChangeQueue(-1);

    public override void ServiceBegan(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(+1);

    public override void ServiceEnded(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(-1);

    public override void ServiceInterrupted(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(-1);

    public override void Left(Order order)
    {
        if (order.Outcome == Outcome.Served)
        {
            telemetry.Served(order.Left - order.Placed);
        }

        telemetry.Traces.Left(order);
    }
}
