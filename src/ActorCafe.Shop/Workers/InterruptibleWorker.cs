using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>A worker in this process whose service can be interrupted: it breaks down, or gives way to an order of higher priority.</summary>
/// <remarks>
/// <code>
/// serving -breakdown-> down (keeps the order) -repaired-> serving
/// serving -breakdown, give-back-> down -repaired-> idle
/// serving -Interrupt-> idle
/// idle -breakdown-> down -repaired-> idle
/// </code>
/// A worker that is handing over, blocked or staying goes on with that, and is down afterwards if its repair is not over by then.
/// </remarks>
internal sealed class InterruptibleWorker(ShopContext shop, StageSettings stage) : LocalWorker(shop, stage)
{
    /// <summary>Asks the worker to give back an order and take the next one. Ignored if it is not serving that order any more.</summary>
    internal sealed record Interrupt(long Order);

    private readonly ServiceInHand _service = new(shop.Clock, Context.Self);
    private BreakdownClock? _breakdowns;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case ServiceInHand.StepEnded ended:
                EndStep(ended);
                break;
            case BreakdownClock.Alarm alarm:
                if (_breakdowns?.Rings(alarm) == true)
                {
                    FollowBreakdowns(_breakdowns.IsRepairing);
                    _breakdowns.SetNext();
                }

                break;
            case Interrupt interrupt:
                GiveWay(interrupt);
                break;
            case Order order when Status.State == WorkerState.Down:
                // It was on its way here when the worker broke down.
                Membership.CountOrder();
                BeDown(order);
                break;
            case Registered registered:
                base.Receive(message);
                StartBreakdowns(registered);
                break;
            default:
                return base.Receive(message);
        }

        return true;
    }

    private protected override void Serve(Order order) =>
        _service.Begin(order.Interruption?.TakeLeft() ?? TimeOfStep(order), order.Number);

    private protected override void ReportIdle()
    {
        if (_breakdowns is { IsRepairing: true })
        {
            BeDown(null);
        }
        else
        {
            base.ReportIdle();
        }
    }

    private void StartBreakdowns(Registered registered)
    {
        if (_breakdowns is null && Membership.IsRegistered && registered.Slot.Breakdowns is { } times)
        {
            Status.Number = registered.Slot.Number;
            _breakdowns = new BreakdownClock(Shop.Clock, Self, times, Status.Number);
            _breakdowns.Start();
        }
    }

    private void EndStep(ServiceInHand.StepEnded ended)
    {
        if (!_service.IsCurrent(ended) || InService is not { } order)
        {
            return;
        }

        EndStep(order);
        if (Status.State > WorkerState.Serving)
        {
            ReportInterruptible(false);
        }
    }

    private void FollowBreakdowns(bool isRepairing)
    {
        switch (Status.State)
        {
            case WorkerState.Idle when isRepairing:
                BeDown(null);
                break;
            case WorkerState.Serving when isRepairing:
                BreakDown(InService!);
                break;
            case WorkerState.Down when !isRepairing:
                GoOn();
                break;
        }
    }

    private void BreakDown(Order order)
    {
        Suspend(order);
        if (Stage.Breakdown!.GivesBack)
        {
            BeDown(TakeBack());
            return;
        }

        Shop.Observer.ServiceInterrupted(Stage.Index, order, Shop.Clock.Now);
        Status.Enter(WorkerState.Down);
        ReportInterruptible(false);
    }

    private void GoOn()
    {
        Status.Enter(WorkerState.Idle);
        if (InHand is { } order)
        {
            Perform(order);
            ReportInterruptible(true);
        }
        else
        {
            ReportIdle();
        }
    }

    private void GiveWay(Interrupt interrupt)
    {
        if (InService is { } order && order.Number == interrupt.Order && Membership.IsRegistered)
        {
            Suspend(order);
            Pool.Tell(new Interruptions.GaveWay(Membership.Slot, TakeBack()!), ActorRefs.Nobody);
            ReportIdle();
        }
    }

    private void Suspend(Order order) => (order.Interruption ??= new Interruption()).Begin(_service.Suspend(), Shop.Clock.Now);

    private void BeDown(Order? givenBack)
    {
        Status.Enter(WorkerState.Down);
        Pool.Tell(new Interruptions.BrokeDown(Membership.Slot, givenBack), ActorRefs.Nobody);
    }

    private void ReportInterruptible(bool isInterruptible)
    {
        if (Stage.Preempts && Membership.IsRegistered)
        {
            Pool.Tell(new Interruptions.InService(Membership.Slot, isInterruptible), ActorRefs.Nobody);
        }
    }
}
