using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The lines of a stage as its <see cref="QueueDiscipline"/> orders them: who is let in, who waits outside or is turned away, who moves
/// up, who loses patience. Not safe for several threads: the stage's door guards it.
/// </summary>
internal sealed class WaitingRoom(QueueDiscipline lineUp, ShopContext shop, StageSettings stage)
{
    private readonly bool _watchesPatience = shop.Model.Settings.Customers.Patience is not null;
    private readonly Dictionary<long, (Order Order, OrderList Line)> _impatient = [];

    /// <summary>An order asks for service; the worker who begins it at once, if one is idle.</summary>
    public WorkerSlot? Enter(Order order, IActorRef giver, TimeSpan now)
    {
        shop.Observer.Arrived(stage.Index, order.Number);
        return Join(order, giver, now);
    }

    /// <summary>An order that is not in yet joins a line, or waits outside it; the worker who begins it at once, if one is idle.</summary>
    public WorkerSlot? Join(Order order, IActorRef? giver, TimeSpan now)
    {
        var line = lineUp.Choose(order);
        if (lineUp.TakeIdle(line) is { } worker)
        {
            Admit(order, giver, now);
            return worker;
        }

        // An order to be remade was in service here: its worker takes one out of the line in the same instant.
        if (stage.QueueCapacity is { } capacity && line.Orders.Count >= capacity && !order.IsRemake)
        {
            TurnAway(order, giver, line);
            return null;
        }

        Admit(order, giver, now);
        Append(order, line, now);
        return null;
    }

    /// <summary>Writes down that an order is in, and lets go the worker that kept it.</summary>
    public void Admit(Order order, IActorRef? giver, TimeSpan now)
    {
        order.VisitCount++;
        ref var visit = ref order.VisitTo(stage.Index);
        visit = default;
        visit.Enqueued = now;
        order.Giver = null;
        if (stage.Blocks && !order.IsRemake)
        {
            giver?.Tell(new Worker.HandedOver(order.Number), ActorRefs.Nobody);
        }
    }

    /// <summary>Takes the next order of a line, or else of those outside it; null if nobody is there.</summary>
    public Order? Take(Line line, TimeSpan now)
    {
        if (TakeInside(line, now) is { } order)
        {
            MoveUp(line, now);
            return order;
        }

        if (TakeOutside(line) is { } outside)
        {
            Admit(outside, outside.Giver, now);
            return outside;
        }

        return null;
    }

    /// <summary>Takes the next order of a line and lets nobody move up.</summary>
    public Order? TakeInside(Line line, TimeSpan now)
    {
        var order = line.Orders.Take();
        if (order is not null)
        {
            shop.Observer.LeftQueue(stage.Index, now);
            ForgetPatience(order);
        }

        return order;
    }

    /// <summary>Takes the next order outside a line; it is not in by that.</summary>
    public Order? TakeOutside(Line line)
    {
        var order = line.Outside.Take();
        if (order is not null)
        {
            ForgetPatience(order);
        }

        return order;
    }

    /// <summary>An order that its worker could not finish goes first; the worker who begins it at once, if one is idle.</summary>
    public WorkerSlot? PutInFront(Order order, Line line)
    {
        if (lineUp.TakeIdle(line) is { } worker)
        {
            return worker;
        }

        shop.Observer.JoinedQueue(stage.Index, shop.Clock.Now);
        line.Orders.PutBack(order);
        lineUp.Changed(line);
        RememberPatience(order, line.Orders);
        return null;
    }

    /// <summary>An order that is in already joins another line; the worker who begins it at once, if one is idle.</summary>
    public WorkerSlot? Rejoin(Order order)
    {
        var line = lineUp.Choose(order);
        if (lineUp.TakeIdle(line) is { } worker)
        {
            return worker;
        }

        Append(order, line, shop.Clock.Now);
        return null;
    }

    /// <summary>A customer's patience has ended; who is being served by then stays.</summary>
    public void Renege(long number)
    {
        if (!_impatient.Remove(number, out var impatient))
        {
            return;
        }

        var (order, line) = impatient;
        line.Remove(order);
        order.Giver = null;
        lineUp.Changed(line.Whole);
        if (line == line.Whole.Orders)
        {
            var now = shop.Clock.Now;
            shop.Observer.LeftQueue(stage.Index, now);
            MoveUp(line.Whole, now);
        }

        order.Outcome = Outcome.Reneged;
        shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
    }

    private void TurnAway(Order order, IActorRef? giver, Line line)
    {
        if (stage.WhenFull == WhenFull.Reject)
        {
            shop.Observer.Rejected(stage.Index, order.Number);
            order.Outcome = Outcome.Rejected;
            shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
            return;
        }

        order.Giver = giver;
        line.Outside.Append(order);
        lineUp.Changed(line);
        RememberPatience(order, line.Outside);
    }

    private void MoveUp(Line line, TimeSpan now)
    {
        while (line.Orders.Count < stage.QueueCapacity && line.Outside.Take() is { } order)
        {
            Admit(order, order.Giver, now);
            Append(order, line, now);
        }

        lineUp.Changed(line);
    }

    private void Append(Order order, Line line, TimeSpan now)
    {
        shop.Observer.JoinedQueue(stage.Index, now);
        line.Orders.Append(order);
        lineUp.Changed(line);
        RememberPatience(order, line.Orders);
    }

    private void ForgetPatience(Order order)
    {
        if (_watchesPatience)
        {
            _impatient.Remove(order.Number);
        }
    }

    private void RememberPatience(Order order, OrderList line)
    {
        if (_watchesPatience && !order.InProgress)
        {
            _impatient[order.Number] = (order, line);
        }
    }
}
