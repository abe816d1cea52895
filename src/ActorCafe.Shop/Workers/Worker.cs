using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Shop.Workers;

/// <summary>
/// A worker of a stage: serves one <see cref="Order"/> at a time, tells it to the next stage's pool, and reports to its own pool that it is idle.
/// </summary>
/// <remarks>
/// <code>
/// idle -Order-> serving -(hand-over-time)-> handing over -> blocked (next stage full) -> staying (stays-with-order) -> idle
/// </code>
/// The three states in the middle occur only where the stage has them. A field holds the state, because <c>Become</c> costs ten times as much.
/// </remarks>
public abstract class Worker(ShopContext shop, StageSettings stage) : CafeActor
{
    /// <summary>The pool has registered the worker, which it knows by this slot. One that answers a start before a restart is ignored.</summary>
    internal sealed record Registered(StageQueue.WorkerStarted For, WorkerSlot Slot);

    /// <summary>The next stage has admitted the order that the worker kept.</summary>
    internal sealed record Unblocked(long Order);

    /// <summary>The order that the worker stayed with has left.</summary>
    internal sealed record OrderLeft(long Order);

    /// <summary>Asks the worker to leave. Sent by its pool when the worker is idle or down; a remote worker finishes its order first.</summary>
    internal sealed record Retire
    {
        public static Retire Instance { get; } = new();
    }

    private sealed class HandOverEnded;

    // One for each start of the worker: a timer from before a restart carries another object and is ignored.
    private readonly HandOverEnded _handOverEnded = new();

    protected ShopContext Shop { get; } = shop;

    protected StageSettings Stage { get; } = stage;

    private protected PoolMembership Membership { get; } = new(Context.Self);

    private protected WorkerStatus Status { get; } = new(shop, stage.Index);

    private protected WorkerLog? Log { get; } = WorkerLog.Of(Context.GetLogger(), stage, shop.Clock);

    /// <summary>Assigns orders to this worker, and is told when it is idle.</summary>
    private protected virtual IActorRef Pool { get; } = Context.Parent;

    /// <summary>The order that the worker has not passed on yet.</summary>
    private protected Order? InHand { get; private set; }

    private protected Order? InService => Status.State == WorkerState.Serving ? InHand : null;

    private protected bool IsIdle => Status.State == WorkerState.Idle;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Order order when Status.State == WorkerState.Idle:
                Membership.CountOrder();
                Perform(InHand = order);
                break;
            case HandOverEnded ended when ReferenceEquals(ended, _handOverEnded):
                PassOn(InHand!, InHand!.NextStage, Shop.Clock.Now);
                break;
            case Unblocked unblocked when unblocked.Order == Status.Order && Status.State == WorkerState.Blocked:
                StayOrRest();
                break;
            case OrderLeft left when left.Order == Status.Order && Status.State == WorkerState.Staying:
                Rest();
                break;
            case Unblocked or OrderLeft or HandOverEnded:
                // These concern an order that was passed on before a restart.
                break;
            case Registered registered:
                if (Membership.Accept(registered) && IsIdle)
                {
                    ReportIdle();
                }

                break;
            case Retire:
                Context.Stop(Self);
                break;
            default:
                return false;
        }

        return true;
    }

    protected override void PreRestart(Exception reason, object message) => Membership.ReportFailed(Pool, TakeBack(), reason);

    protected override void PostStop() => ReportLeft();

    /// <summary>Serves the order's next step, which this stage performs.</summary>
    private protected abstract void Serve(Order order);

    private protected void Join(int? number = null) => Membership.Join(Pool, number);

    private protected virtual void ReportIdle() => Membership.ReportIdle(Pool);

    private protected void ReportLeft() => Membership.ReportLeft(Pool, TakeBack());

    private protected void EndService(Order order, StageSettings? next)
    {
        var now = Shop.Clock.Now;
        order.VisitTo(Stage.Index).Finished = now;
        Shop.Observer.ServiceEnded(Stage.Index, order, now);
        order.Interruption = null;
        if (!order.IsRemake && Stage.HandOverTime > TimeSpan.Zero)
        {
            Status.Enter(WorkerState.HandingOver);
            Shop.Clock.Schedule(Stage.HandOverTime, order.Number, Self, _handOverEnded);
        }
        else
        {
            PassOn(order, next, now);
        }
    }

    /// <summary>Begins the service of the order in hand, or goes on with it after an interruption.</summary>
    private protected void Perform(Order order)
    {
        Status.BeginService(order);
        Serve(order);
    }

    private void PassOn(Order order, StageSettings? next, TimeSpan now)
    {
        Log?.HandsOver(order, next);
        InHand = null;
        if (next is null || order.IsRemake)
        {
            (order.IsRemake ? Pool : Shop.PickUpCounter).Tell(order, ActorRefs.Nobody);
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
            Status.Enter(WorkerState.Blocked);
            Shop.Pools[next.Index].Tell(order, Self);
        }
        else
        {
            Shop.Pools[next.Index].Tell(order, ActorRefs.Nobody);
            StayOrRest();
        }
    }

    private void StayOrRest() => Rest(Stage.StaysWithOrder ? WorkerState.Staying : WorkerState.Idle);

    private void Rest(WorkerState next = WorkerState.Idle)
    {
        Status.Enter(next);
        if (next == WorkerState.Idle)
        {
            ReportIdle();
        }
    }

    /// <summary>Returns the order that must still be served here, if any; one that was served already is passed on.</summary>
    private protected Order? TakeBack()
    {
        var (order, wasServing) = (InHand, Status.State == WorkerState.Serving);
        InHand = null;
        Status.Enter(WorkerState.Idle);
        if (order?.VisitTo(Stage.Index).Finished is not null)
        {
            Shop.PassOn(order);
            return null;
        }

        if (order is not null && wasServing)
        {
            Shop.Observer.ServiceInterrupted(Stage.Index, order, Shop.Clock.Now);
        }

        return order;
    }
}
