using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Shop.Workers;

/// <summary>
/// A worker of a stage: serves one <see cref="Order"/> at a time, tells it to the next stage's pool, and reports to its own pool that it is idle.
/// It never blocks a thread.
/// </summary>
/// <remarks>
/// <code>
/// idle -Order-> serving -(hand-over-time)-> handing over -> blocked (next stage full) -> staying (stays-with-order) -> idle
/// </code>
/// with each of the three in the middle only where the stage has it. A field holds the state: <c>Become</c> costs ten times as much.
/// </remarks>
internal abstract class Worker(ShopContext shop, StageSettings stage) : CafeActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly bool _isDebugEnabled = Context.GetLogger().IsDebugEnabled;
    private readonly IActorRef _parent = Context.Parent;

    // One for a worker's whole life. That of a life before a restart is another object, and is ignored.
    private readonly HandOverEnded _handOverEnded = new();
    private StageQueue.WorkerStarted? _started;
    private StageQueue.WorkerIdle? _idleReport;
    private readonly WorkerStatus _status = new(shop, stage.Index);
    private Order? _order;
    private long _ordersTaken;

    /// <summary>The pool has registered the worker, which it knows by this slot. One that answers a start before a restart is ignored.</summary>
    internal sealed record Registered(StageQueue.WorkerStarted For, WorkerSlot Slot);

    /// <summary>The next stage has admitted the order it kept.</summary>
    internal sealed record Unblocked(long Order);

    /// <summary>The order it stayed with has left.</summary>
    internal sealed record OrderLeft(long Order);

    /// <summary>Leave: at once if idle, else after the order in hand.</summary>
    internal sealed record Retire
    {
        public static Retire Instance { get; } = new();
    }

    private sealed class HandOverEnded;

    protected ShopContext Shop { get; } = shop;

    protected StageSettings Stage { get; } = stage;

    /// <summary>Gives out the orders here, and is told when this worker is idle.</summary>
    protected virtual IActorRef Pool => _parent;

    /// <summary>The order being served; null if none is.</summary>
    protected Order? InService => _status.State == WorkerState.Serving ? _order : null;

    protected bool IsIdle => _status.State == WorkerState.Idle;

    /// <summary>Whether the pool has registered this worker.</summary>
    protected bool IsRegistered => _idleReport is not null;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Order order when _status.State == WorkerState.Idle:
                Begin(order);
                break;
            case HandOverEnded ended when ReferenceEquals(ended, _handOverEnded):
                PassOn(_order!, Shop.Clock.Now);
                break;
            case HandOverEnded:
                break;
            case Unblocked unblocked when unblocked.Order == _status.Order && _status.State == WorkerState.Blocked:
                StayOrRest();
                break;
            case OrderLeft left when left.Order == _status.Order && _status.State == WorkerState.Staying:
                Rest();
                break;
            case Registered registered when ReferenceEquals(registered.For, _started):
                _idleReport = new StageQueue.WorkerIdle(registered.Slot);
                if (IsIdle)
                {
                    ReportIdle();
                }

                break;
            case Unblocked or OrderLeft or Registered:
                // Of an order, or a start, before a restart.
                break;
            case Retire:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PreRestart(Exception reason, object message) =>
        Pool.Tell(new StageQueue.WorkerFailed(Self, TakeBack(), _ordersTaken, reason), ActorRefs.Nobody);

    protected override void PostStop() => ReportLeft();

    /// <summary>Serves the order's next step, which this stage performs.</summary>
    protected abstract void Serve(Order order);

    /// <summary>Asks the pool to register this worker.</summary>
    /// <param name="number">Its number at the stage; null to be given the next one.</param>
    protected void Join(int? number = null)
    {
        _started = new StageQueue.WorkerStarted(Self, number);
        Pool.Tell(_started, ActorRefs.Nobody);
    }

    /// <summary>Reports to the pool that this worker is idle; the pool answers with the next order, now or later.</summary>
    protected virtual void ReportIdle() => Pool.Tell(_idleReport!, ActorRefs.Nobody);

    /// <summary>Reports to the pool that this worker has left, and gives back the order it was serving.</summary>
    protected void ReportLeft()
    {
        Pool.Tell(new StageQueue.WorkerLeft(Self, TakeBack(), _ordersTaken), ActorRefs.Nobody);
        _ordersTaken = 0;
        _idleReport = null;
    }

    /// <summary>Passes an order on: its steps here are done, or one of them must be done again.</summary>
    protected void EndService(Order order)
    {
        var now = Shop.Clock.Now;
        order.VisitTo(Stage.Index).Finished = now;
        Shop.Observer.ServiceEnded(Stage.Index, order, now);
        if (order.IsRemake)
        {
            _order = null;
            Pool.Tell(order, ActorRefs.Nobody);
            Rest();
        }
        else if (Stage.HandOverTime == TimeSpan.Zero)
        {
            PassOn(order, now);
        }
        else
        {
            _status.Enter(WorkerState.HandingOver);
            Shop.Clock.Schedule(Stage.HandOverTime, order.Number, Self, _handOverEnded);
        }
    }

    protected void LogStep(Order order, StepModel step)
    {
        if (_isDebugEnabled)
        {
            _log.Debug("{Worker} begins to {Step} order {OrderId} at {ShopTime}", NameFor(order), step.Name, order.Number, Shop.Clock.Now);
        }
    }

    private void Begin(Order order)
    {
        var now = Shop.Clock.Now;
        _order = order;
        _ordersTaken++;
        ref var visit = ref order.VisitTo(Stage.Index);
        visit.Begin(now);
        _status.BeginService(order.Number, visit.Worker);
        Shop.Observer.ServiceBegan(Stage.Index, order, now);
        order.InProgress = true;
        Serve(order);
    }

    private void PassOn(Order order, TimeSpan now)
    {
        var next = Shop.Model.NextStage(order);
        if (_isDebugEnabled)
        {
            _log.Debug("{Worker} hands order {OrderId} to {Stage} at {ShopTime}", NameFor(order), order.Number, next?.Name ?? "the pick-up counter", now);
        }

        _order = null;
        if (next is null)
        {
            Shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
            Rest();
            return;
        }

        if (Stage.StaysWithOrder)
        {
            (order.StayingWorkers ??= []).Add(Self);
        }
        else
        {
            Shop.SendToPickUp(order, now);
        }

        if (next.Blocks)
        {
            // The next stage answers when there is room; until then this worker keeps the order.
            _status.Enter(WorkerState.Blocked);
            Shop.Pools[next.Index].Tell(order, Self);
        }
        else
        {
            Shop.Pools[next.Index].Tell(order, ActorRefs.Nobody);
            StayOrRest();
        }
    }

    private void StayOrRest()
    {
        if (Stage.StaysWithOrder)
        {
            _status.Enter(WorkerState.Staying);
        }
        else
        {
            Rest();
        }
    }

    private void Rest()
    {
        _status.Enter(WorkerState.Idle);
        ReportIdle();
    }

    /// <summary>Takes the order in hand that must still be served here; one that was served is passed on.</summary>
    private Order? TakeBack()
    {
        var (order, state) = (_order, _status.State);
        _order = null;
        _status.Enter(WorkerState.Idle);
        if (order is null)
        {
            return null;
        }

        var now = Shop.Clock.Now;
        if (order.VisitTo(Stage.Index).Finished is null)
        {
            if (state == WorkerState.Serving)
            {
                Shop.Observer.ServiceInterrupted(Stage.Index, order, now);
            }

            return order;
        }

        if (Shop.Model.NextStage(order) is { } next)
        {
            Shop.SendToPickUp(order, now);
            Shop.Pools[next.Index].Tell(order, ActorRefs.Nobody);
        }
        else
        {
            Shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }

        return null;
    }

    private string NameFor(Order order) => $"{Stage.Name}-{order.VisitTo(Stage.Index).Worker}";
}
