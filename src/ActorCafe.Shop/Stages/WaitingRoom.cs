using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The waiting orders of a stage. Decides whether an order is admitted, waits outside or is rejected, and which one moves up. Not thread-safe: <see
/// cref="StageQueue"/> guards it.
/// </summary>
internal sealed class WaitingRoom(QueueDiscipline discipline, Preemption? preemption, ShopContext shop, StageSettings stage)
{
    private readonly Reneging? _reneging = Reneging.At(stage, shop);

    /// <summary>Takes in an arriving order. Returns the worker that serves it at once, or null if it waits or was rejected.</summary>
    /// <param name="giver">The worker that keeps the order until there is room for it.</param>
    public WorkerSlot? Enter(Order order, IActorRef? giver, TimeSpan now)
    {
        shop.Observer.Arrived(stage.Index, order, now);
        return Join(order, giver, now);
    }

    /// <summary>Lets an order that is not admitted yet join a line or wait outside. Returns the worker that serves it at once, if one is idle.</summary>
    public WorkerSlot? Join(Order order, IActorRef? giver, TimeSpan now)
    {
        var line = discipline.Choose(order);
        if (discipline.TakeIdle(line) is { } worker)
        {
            Admit(order, giver, now);
            return worker;
        }

        // An order to be remade was in service here, and one that interrupts another will be: a worker takes one out of the queue in the same instant.
        if (preemption?.Interrupt(line, order) != true && stage.QueueCapacity is { } capacity && line.Queue.Count >= capacity && !order.IsRemake)
        {
            TurnAway(order, giver, line, now);
            return null;
        }

        Admit(order, giver, now);
        Append(order, line, now);
        return null;
    }

    /// <summary>Notes that an order is admitted, and tells the worker that kept it.</summary>
    public void Admit(Order order, IActorRef? giver, TimeSpan now)
    {
        order.VisitCount++;
        ref var visit = ref order.VisitTo(stage.Index);
        visit = default;
        visit.Enqueued = now;
        order.Giver = null;
        if (stage.Blocks && !order.IsRemake)
        {
            giver?.Tell(new Worker.Unblocked(order.Number), ActorRefs.Nobody);
        }
    }

    /// <summary>Takes the next order of a line, or else the next one outside it; null if there is none.</summary>
    public Order? Take(WaitingLine line, TimeSpan now)
    {
        if (TakeQueued(line, now) is { } order)
        {
            MoveUp(line, now);
            return order;
        }

        if (line.Outside.Take() is { } outside)
        {
            Admit(outside, outside.Giver, now);
            return outside;
        }

        return null;
    }

    /// <summary>Takes the next order of a queue and lets none move up.</summary>
    public Order? TakeQueued(WaitingLine line, TimeSpan now)
    {
        var order = line.Queue.Take();
        if (order is not null)
        {
            shop.Observer.LeftQueue(stage.Index, order, now);
        }

        return order;
    }

    /// <summary>Puts an order that its worker could not finish at the head of a line. Returns the worker that serves it at once, if one is idle.</summary>
    public WorkerSlot? PutInFront(Order order, WaitingLine line)
    {
        if (discipline.TakeIdle(line) is { } worker)
        {
            return worker;
        }

        shop.Observer.JoinedQueue(stage.Index, order, shop.Clock.Now);
        line.Queue.PutBack(order);
        discipline.Changed(line);
        _reneging?.Join(order, line.Queue);
        return null;
    }

    /// <summary>Lets an admitted order join another line. Returns the worker that serves it at once, if one is idle.</summary>
    public WorkerSlot? Rejoin(Order order)
    {
        var line = discipline.Choose(order);
        if (discipline.TakeIdle(line) is { } worker)
        {
            return worker;
        }

        preemption?.Interrupt(line, order);
        Append(order, line, shop.Clock.Now);
        return null;
    }

    /// <summary>Lets an order whose customer's patience ended leave, unless its wait is over.</summary>
    public void Renege(Reneging.Wait wait)
    {
        if (wait is not { List: { } list, Order: var order })
        {
            return;
        }

        var now = shop.Clock.Now;
        Reneging.End(order);
        list.Remove(order);
        discipline.Changed(list.Line);
        shop.Observer.Reneged(stage.Index, order, now);
        if (list == list.Line.Queue)
        {
            shop.Observer.LeftQueue(stage.Index, order, now);
            MoveUp(list.Line, now);
        }

        order.Outcome = Outcome.Reneged;
        shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
    }

    private void TurnAway(Order order, IActorRef? giver, WaitingLine line, TimeSpan now)
    {
        if (stage.WhenFull == WhenFull.Reject)
        {
            shop.Observer.Rejected(stage.Index, order, now);
            order.Outcome = Outcome.Rejected;
            shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
            return;
        }

        order.Giver = giver;
        line.Outside.Append(order);
        discipline.Changed(line);
        if (!order.InProgress)
        {
            // Behind the first stage, a worker keeps an order that finds no room, and its wait has not begun.
            _reneging?.Join(order, line.Outside);
        }
    }

    private void MoveUp(WaitingLine line, TimeSpan now)
    {
        while (line.Queue.Count < stage.QueueCapacity && line.Outside.Take() is { } order)
        {
            Admit(order, order.Giver, now);
            Append(order, line, now);
        }

        discipline.Changed(line);
    }

    private void Append(Order order, WaitingLine line, TimeSpan now)
    {
        shop.Observer.JoinedQueue(stage.Index, order, now);
        line.Queue.Append(order);
        discipline.Changed(line);
        _reneging?.Join(order, line.Queue);
    }
}
