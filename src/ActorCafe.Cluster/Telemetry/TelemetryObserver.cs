using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>Passes the events of the front to telemetry.</summary>
internal sealed class TelemetryObserver(FrontTelemetry telemetry) : IShopObserver
{
    public void Placed(Order order, TimeSpan now) => telemetry.Traces.Placed(order);

    public void WorkerJoined(int stage, int worker, TimeSpan now) => telemetry.LevelsOf(stage).ChangeWorkers(+1);

    public void WorkerLeft(int stage, int worker, TimeSpan now) => telemetry.LevelsOf(stage).ChangeWorkers(-1);

    public void JoinedQueue(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeQueue(+1);

    public void LeftQueue(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeQueue(-1);

    public void ServiceBegan(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(+1);

    public void ServiceEnded(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(-1);

    public void ServiceInterrupted(int stage, Order order, TimeSpan now) => telemetry.LevelsOf(stage).ChangeBusy(-1);

    public void Left(Order order, TimeSpan now)
    {
        if (order.Outcome == Outcome.Served)
        {
            telemetry.Served(order.Left - order.Placed);
        }

        telemetry.Traces.Left(order);
    }
}
