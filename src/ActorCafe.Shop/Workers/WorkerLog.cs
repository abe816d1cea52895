using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Event;

namespace ActorCafe.Shop.Workers;

/// <summary>Logs what a worker does, at level debug.</summary>
internal sealed class WorkerLog(ILoggingAdapter log, StageSettings stage, IClock clock)
{
    private readonly bool _isEnabled = log.IsDebugEnabled;

    public void Begins(Order order, StepModel step)
    {
        if (_isEnabled)
        {
            log.Debug("{Worker} begins to {Step} order {OrderId} at {ShopTime}", NameFor(order), step.Name, order.Number, clock.Now);
        }
    }

    public void HandsOver(Order order, StageSettings? next)
    {
        if (_isEnabled)
        {
            log.Debug("{Worker} hands order {OrderId} to {Stage} at {ShopTime}", NameFor(order), order.Number, next?.Name ?? "the pick-up counter", clock.Now);
        }
    }

    private string NameFor(Order order) => $"{stage.Name}-{order.VisitTo(stage.Index).Worker}";
}
