using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Pools;

/// <summary>
/// The one routee our routing logic ever selects: everything said to a stage's pool comes in by this door. It owns the lines
/// of the stage and knows which worker is idle; its <see cref="LineUp"/> says which line an order joins, and that is the
/// queue discipline. Akka's head actor stays as it is and creates, supervises and counts the workers.
/// </summary>
/// <remarks>
/// Akka routes on the sender's thread, so the door is guarded by a lock; it only ever tells actors, never another door, so
/// the lock cannot be part of a circle. Orders hand themselves in as <see cref="OrderSlip"/>.
/// </remarks>
internal sealed class StageDoor(LineUp lineUp) : Routee
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IActorRef, WorkerSlot> _slots = [];
    private readonly List<(object Message, IActorRef Sender)> _early = [];
    private readonly Dictionary<long, OrderSlip> _impatient = [];
    private ShopFloor? _floor;
    private StageSettings _stage = null!;
    private IShopObserver _observer = null!;
    private int _staff;
    private int _numbers;
    private bool _watchesPatience;
    private bool _callsCustomers;
    private bool _closed;

    public override void Send(object message, IActorRef sender)
    {
        lock (_gate)
        {
            if (_floor is null && message is not Open)
            {
                // With the real clock a worker can be ready before the root has opened the stage.
                _early.Add((message, sender));
                return;
            }

            Receive(message, sender);
        }
    }

    private void Receive(object message, IActorRef sender)
    {
        switch (message)
        {
            case OrderSlip order:
                Arrive(order, sender);
                break;
            case WorkerTicket ticket:
                ReportIdle(ticket);
                break;
            case PatienceEnded patience:
                Renege(patience.Order);
                break;
            case CalledCustomer called:
                Receive(called);
                break;
            case Worker.Failed failed:
                TakeBack(failed);
                break;
            case Worker.Gone gone:
                Dismiss(gone);
                break;
            case Retire retire:
                RetireWorkers(retire.Workers);
                break;
            case Open open:
                OpenStage(open);
                break;
            case Close:
                _closed = true;
                break;
            default:
                (sender ?? ActorRefs.Nobody).Tell(new Status.Failure(new ArgumentException($"A stage's pool was told {message.GetType()}, which it does not know.")));
                break;
        }
    }

    private void OpenStage(Open open)
    {
        _floor = open.Floor;
        _stage = open.Stage;
        _observer = _floor.Observer;
        var settings = _floor.Blueprint.Settings;
        _watchesPatience = settings.Customers.Patience is not null;
        _callsCustomers = settings.Customers.Arrivals is ArrivalSettings.Saturated;
        lineUp.Open(_floor.Blueprint, _stage);
        foreach (var (message, sender) in _early)
        {
            Receive(message, sender);
        }

        _early.Clear();
    }

    private void Arrive(OrderSlip order, IActorRef giver)
    {
        _observer.Arrived(_stage.Index, order.Number);
        var line = lineUp.Choose(order);
        if (lineUp.TakeIdle(line) is { } worker)
        {
            Admit(order, giver);
            Assign(worker, order);
        }
        else if (_stage.QueueCapacity is { } capacity && line.Orders.Count >= capacity && !order.IsRemake)
        {
            // An order to be remade was in service here: its worker takes one out of the line in the same instant.
            TurnAway(order, giver, line);
        }
        else
        {
            Admit(order, giver);
            _observer.JoinedQueue(_stage.Index, _floor!.Clock.Now);
            line.Orders.Append(order);
            lineUp.Changed(line);
            RememberPatience(order);
        }
    }

    /// <summary>Writes down that the order is in, and lets go the worker that kept it.</summary>
    private void Admit(OrderSlip order, IActorRef giver)
    {
        order.VisitCount++;
        ref var visit = ref order.VisitTo(_stage.Index);
        visit = default;
        visit.Enqueued = _floor!.Clock.Now;
        if (_stage.Blocks && !order.IsRemake && !giver.IsNobody())
        {
            giver.Tell(Worker.HandedOver.Instance, ActorRefs.NoSender);
        }
    }

    private void TurnAway(OrderSlip order, IActorRef giver, Line line)
    {
        if (_stage.WhenFull == WhenFull.Reject)
        {
            _observer.Rejected(_stage.Index, order.Number);
            order.Outcome = Outcome.Rejected;
            _floor!.PickUpCounter.Tell(order, ActorRefs.NoSender);
            return;
        }

        order.Giver = giver;
        line.Outside.Append(order);
        lineUp.Changed(line);
        RememberPatience(order);
    }

    private void Assign(WorkerSlot worker, OrderSlip order)
    {
        order.VisitTo(_stage.Index).Worker = worker.Number;
        worker.State = SlotState.Busy;
        worker.Assigned++;
        worker.LastOrder = order;
        lineUp.Changed(worker.Line);
        worker.Actor.Tell(order, ActorRefs.NoSender);
    }

    private void ReportIdle(WorkerTicket ticket)
    {
        var worker = ticket.Slot ??= Register(ticket);
        if (worker.State == SlotState.Gone)
        {
            return;
        }

        if (worker.Retiring)
        {
            worker.Actor.Tell(Worker.GoHome.Instance, ActorRefs.NoSender);
            return;
        }

        worker.State = SlotState.Idle;
        if (Next(worker.Line) is { } order)
        {
            Assign(worker, order);
            return;
        }

        lineUp.AddIdle(worker);
        if (_callsCustomers && !worker.HasCalled)
        {
            worker.HasCalled = true;
            _floor!.Customers.Tell(new Customers.Customers.CallNext(_stage.Index, ticket), ActorRefs.NoSender);
        }
    }

    /// <summary>The order an idle worker of this line serves next; who waited outside moves up.</summary>
    private OrderSlip? Next(Line line)
    {
        if (line.Orders.Take() is { } order)
        {
            _observer.LeftQueue(_stage.Index, _floor!.Clock.Now);
            ForgetPatience(order);
            MoveUp(line);
            return order;
        }

        if (line.Outside.Take() is not { } outside)
        {
            return null;
        }

        ForgetPatience(outside);
        Admit(outside, outside.Giver ?? ActorRefs.Nobody);
        outside.Giver = null;
        return outside;
    }

    private void MoveUp(Line line)
    {
        while (line.Orders.Count < _stage.QueueCapacity && line.Outside.Take() is { } order)
        {
            Admit(order, order.Giver ?? ActorRefs.Nobody);
            order.Giver = null;
            _observer.JoinedQueue(_stage.Index, _floor!.Clock.Now);
            line.Orders.Append(order);
        }

        lineUp.Changed(line);
    }

    private void RememberPatience(OrderSlip order)
    {
        if (_watchesPatience && !order.InProgress)
        {
            _impatient[order.Number] = order;
        }
    }

    private void ForgetPatience(OrderSlip order)
    {
        if (_watchesPatience)
        {
            _impatient.Remove(order.Number);
        }
    }

    private void Renege(long number)
    {
        // Not waiting any more: the patience ended after service had begun.
        if (!_impatient.Remove(number, out var order))
        {
            return;
        }

        var line = order.Line!;
        line.Remove(order);
        order.Giver = null;
        lineUp.Changed(line.Whole);
        if (line == line.Whole.Orders)
        {
            _observer.LeftQueue(_stage.Index, _floor!.Clock.Now);
            MoveUp(line.Whole);
        }

        order.Outcome = Outcome.Reneged;
        _floor!.PickUpCounter.Tell(order, ActorRefs.NoSender);
    }

    private void Receive(CalledCustomer called)
    {
        if (called.Ticket.Slot is not { State: SlotState.Idle } worker)
        {
            if (called.Ticket.Slot is { } busy)
            {
                busy.HasCalled = false;
            }

            Arrive(called.Order, ActorRefs.Nobody);
            return;
        }

        worker.HasCalled = false;
        _observer.Arrived(_stage.Index, called.Order.Number);
        lineUp.RemoveIdle(worker);
        Admit(called.Order, ActorRefs.Nobody);
        Assign(worker, called.Order);
    }

    private void TakeBack(Worker.Failed failed)
    {
        if (failed.Order is not { } order || _closed)
        {
            return;
        }

        if (++order.Failures >= CoffeeShop.MaxFailures)
        {
            _floor!.Root.Tell(new CoffeeShop.OrderFailed(order.Number, _stage.Name, failed.Reason), ActorRefs.NoSender);
            return;
        }

        PutInFront(order, lineUp.LineAfter(failed.Ticket.Slot ??= Register(failed.Ticket), order));
    }

    private void PutInFront(OrderSlip order, Line line)
    {
        if (lineUp.TakeIdle(line) is { } worker)
        {
            Assign(worker, order);
            return;
        }

        _observer.JoinedQueue(_stage.Index, _floor!.Clock.Now);
        line.Orders.PutBack(order);
        lineUp.Changed(line);
        RememberPatience(order);
    }

    private void Dismiss(Worker.Gone gone)
    {
        if (gone.Ticket.Slot is not { State: not SlotState.Gone } worker)
        {
            return;
        }

        lineUp.RemoveIdle(worker);
        worker.State = SlotState.Gone;
        _slots.Remove(worker.Actor);
        _staff--;
        lineUp.Remove(worker);
        _observer.WorkersChanged(_stage.Index, -1, _floor!.Clock.Now);
        if (_closed)
        {
            return;
        }

        // An order in hand, or one that was on its way to the worker when it stopped.
        var order = gone.Order ?? (gone.OrdersTaken < worker.Assigned ? worker.LastOrder : null);
        Redistribute(worker, order);
    }

    /// <summary>Gives the orders of a worker who serves no more to the others.</summary>
    private void Redistribute(WorkerSlot worker, OrderSlip? inHand)
    {
        if (inHand is not null)
        {
            PutInFront(inHand, lineUp.LineAfter(worker, inHand));
        }

        if (worker.Line.Owner is null)
        {
            return;
        }

        while (worker.Line.Orders.Take() is { } order)
        {
            _observer.LeftQueue(_stage.Index, _floor!.Clock.Now);
            Rejoin(order);
        }

        while (worker.Line.Outside.Take() is { } order)
        {
            Admit(order, order.Giver ?? ActorRefs.Nobody);
            order.Giver = null;
            Rejoin(order);
        }
    }

    private void Rejoin(OrderSlip order)
    {
        var line = lineUp.Choose(order);
        if (lineUp.TakeIdle(line) is { } worker)
        {
            ForgetPatience(order);
            Assign(worker, order);
            return;
        }

        _observer.JoinedQueue(_stage.Index, _floor!.Clock.Now);
        line.Orders.Append(order);
        lineUp.Changed(line);
    }

    /// <summary>Idle workers go home at once, the others after the order in hand; the last to come go first.</summary>
    private void RetireWorkers(int workers)
    {
        var leaving = _slots.Values.Where(slot => !slot.Retiring)
            .OrderByDescending(slot => slot.State == SlotState.Idle).ThenByDescending(slot => slot.Number)
            .Take(workers).ToArray();
        foreach (var worker in leaving)
        {
            worker.Retiring = true;
            lineUp.Remove(worker);
        }

        foreach (var worker in leaving)
        {
            if (worker.State == SlotState.Idle)
            {
                lineUp.RemoveIdle(worker);
                worker.Actor.Tell(Worker.GoHome.Instance, ActorRefs.NoSender);
            }

            Redistribute(worker, null);
        }
    }

    private WorkerSlot Register(WorkerTicket ticket)
    {
        // A restarted worker comes with a new ticket under its old address.
        if (_slots.TryGetValue(ticket.Worker, out var known))
        {
            known.Assigned = 0;
            return known;
        }

        var slot = new WorkerSlot(ticket.Worker, ++_numbers);
        _slots.Add(ticket.Worker, slot);
        lineUp.Add(slot);
        _observer.WorkersChanged(_stage.Index, +1, _floor!.Clock.Now);
        if (++_staff == _stage.Workers && _numbers == _stage.Workers)
        {
            _floor.Root.Tell(new CoffeeShop.Staffed(_stage.Index), ActorRefs.NoSender);
        }

        return slot;
    }

    /// <summary>Opens the stage; said once by the root.</summary>
    internal sealed record Open(ShopFloor Floor, StageSettings Stage);

    /// <summary>The run is over: orders still here stay where they are.</summary>
    internal sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    /// <summary>So many workers are to leave when they have done the order in hand.</summary>
    internal sealed record Retire(int Workers);

    /// <summary>An order's customer will wait no longer.</summary>
    internal sealed record PatienceEnded(long Order);

    /// <summary>The customer an idle worker called.</summary>
    internal sealed record CalledCustomer(OrderSlip Order, WorkerTicket Ticket);
}
