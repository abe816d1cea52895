using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Event;

namespace ActorCafe.Shop.Workers;

/// <summary>What a worker logs at level debug.</summary>
internal sealed class WorkerLog
{
    private readonly ILoggingAdapter _log;
    private readonly StageSettings _stage;
    private readonly IClock _clock;

    private WorkerLog(ILoggingAdapter log, StageSettings stage, IClock clock) => (_log, _stage, _clock) = (log, stage, clock);

    /// <summary>The log of a worker; null where level debug is off, so that an order pays nothing for it.</summary>
    public static WorkerLog? Of(ILoggingAdapter log, StageSettings stage, IClock clock) => log.IsDebugEnabled ? new(log, stage, clock) : null;

    public void Begins(Order order, StepModel step) =>
        _log.Debug("{Worker} begins to {Step} order {OrderId} at {ShopTime}", NameFor(order), step.Name, order.Number, _clock.Now);

    public void HandsOver(Order order, StageSettings? next) =>
        _log.Debug("{Worker} hands order {OrderId} to {Stage} at {ShopTime}", NameFor(order), order.Number, next?.Name ?? "the pick-up counter", _clock.Now);

    private string NameFor(Order order) => $"{_stage.Name}-{order.VisitTo(_stage.Index).Worker}";
}
