using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The one routee our routing logic ever selects: everything said to a stage's pool comes in by this door. It knows the
/// workers and gives them orders from the <see cref="WaitingRoom"/>; the <see cref="QueueDiscipline"/> says which line an order joins and
/// who serves it, and that is the queue discipline. Akka's head actor stays as it is and creates, supervises and counts the workers.
/// </summary>
/// <remarks>
/// Akka routes on the sender's thread, so the door is guarded by a lock, but where the clock has one thread for all; it only ever
/// tells actors, never another door, so the lock cannot be part of a circle. Orders hand themselves in as <see cref="Order"/>.
/// </remarks>
internal sealed class StageQueue(QueueDiscipline lineUp) : Routee
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IActorRef, WorkerSlot> _slots = [];
    private readonly List<(object Message, IActorRef Sender)> _early = [];
    private ShopContext? _shop;
    private VirtualKernel? _kernel;
    private StageSettings _stage = null!;
    private WaitingRoom _lines = null!;
    private IActorRef? _foreman;
    private int _numbers;
    private bool _callsCustomers;
    private bool _closed;

    public override void Send(object message, IActorRef sender)
    {
        if (_kernel is null)
        {
            SendLocked(message, sender);
        }
        else if (!_kernel.IsCurrent)
        {
            SendForeign(message, sender, _kernel);
        }
        else if (!_closed)
        {
            Receive(message, sender);
        }
    }

    // Apart, so that no other message pays for the closure.
    private void SendForeign(object message, IActorRef sender, VirtualKernel kernel) =>
        kernel.Admit(sender, () => SendLocked(message, sender));

    private void SendLocked(object message, IActorRef sender)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            if (_shop is null && message is not Open)
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
            case Order order:
                Assign(_lines.Enter(order, sender, _shop!.Clock.Now), order);
                break;
            case WorkerTicket ticket:
                Receive(ticket);
                break;
            case PatienceEnded patience:
                _lines.Renege(patience.Order);
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
            case var other when _foreman is not null:
                _foreman.Tell(other, sender);
                break;
            default:
                (sender ?? ActorRefs.Nobody).Tell(new Status.Failure(new ArgumentException($"A stage's pool was told {message.GetType()}, which it does not know.")));
                break;
        }
    }

    private void OpenStage(Open open)
    {
        _shop = open.Shop;
        _kernel = _shop.Clock.Kernel;
        _stage = open.Stage;
        _foreman = open.Foreman;
        _callsCustomers = _shop.Model.Settings.Customers.Arrivals is ArrivalSettings.Saturated;
        lineUp.Open(_shop.Model, _stage);
        _lines = new WaitingRoom(lineUp, _shop, _stage);
        foreach (var (message, sender) in _early)
        {
            Receive(message, sender);
        }

        _early.Clear();
    }

    /// <summary>Tells a worker to serve an order; null: the order is in line.</summary>
    private void Assign(WorkerSlot? worker, Order order)
    {
        if (worker is null)
        {
            return;
        }

        order.VisitTo(_stage.Index).Worker = worker.Number;
        worker.State = SlotState.Busy;
        worker.Assigned++;
        worker.LastOrder = order;
        lineUp.Changed(worker.Line);
        worker.Actor.Tell(order, ActorRefs.Nobody);
    }

    /// <summary>An idle worker takes the next order of its line, or waits for one.</summary>
    private void Receive(WorkerTicket ticket)
    {
        var isFirst = ticket.Slot is null;
        var worker = ticket.Slot ??= Register(ticket);

        // One that was restarted while an order was on its way to it will find that first.
        if (worker.State == SlotState.Gone || (isFirst && worker.Assigned > 0))
        {
            return;
        }

        if (worker.Retiring)
        {
            worker.Actor.Tell(Worker.Retire.Instance, ActorRefs.Nobody);
            return;
        }

        worker.State = SlotState.Idle;
        if (_lines.Take(worker.Line, _shop!.Clock.Now) is { } order)
        {
            Assign(worker, order);
            return;
        }

        lineUp.AddIdle(worker);
        if (_callsCustomers && !worker.HasCalled)
        {
            worker.HasCalled = true;
            _shop.Customers.Tell(new Customers.Customers.CallNextCustomer(_stage.Index, ticket), ActorRefs.Nobody);
        }
    }

    private void Receive(CalledCustomer called)
    {
        if (called.Ticket.Slot is not { State: SlotState.Idle } worker)
        {
            if (called.Ticket.Slot is { } busy)
            {
                busy.HasCalled = false;
            }

            Assign(_lines.Enter(called.Order, ActorRefs.Nobody, _shop!.Clock.Now), called.Order);
            return;
        }

        worker.HasCalled = false;
        _shop!.Observer.Arrived(_stage.Index, called.Order.Number);
        lineUp.RemoveIdle(worker);
        _lines.Admit(called.Order, ActorRefs.Nobody, _shop.Clock.Now);
        Assign(worker, called.Order);
    }

    private void TakeBack(Worker.Failed failed)
    {
        var worker = failed.Ticket.Slot!;
        worker.Assigned -= failed.OrdersTaken;
        if (worker.State == SlotState.Idle)
        {
            // Until it comes again it is not idle.
            lineUp.RemoveIdle(worker);
            worker.State = SlotState.Busy;
            lineUp.Changed(worker.Line);
        }

        if (failed.Order is not { } order)
        {
            return;
        }

        if (++order.Failures >= CoffeeShop.MaxFailures)
        {
            _shop!.Root.Tell(new CoffeeShop.OrderFailed(order.Number, _stage.Name, failed.Reason), ActorRefs.Nobody);
            return;
        }

        Assign(_lines.PutInFront(order, lineUp.LineAfter(worker, order)), order);
    }

    private void Dismiss(Worker.Gone gone)
    {
        if (gone.Ticket.Slot is not { State: not SlotState.Gone } worker)
        {
            return;
        }

        worker.State = SlotState.Gone;
        _slots.Remove(worker.Actor);
        lineUp.Remove(worker);
        _shop!.Observer.WorkersChanged(_stage.Index, -1, _shop.Clock.Now);

        // An order in hand, or one that was on its way to the worker when it stopped.
        var order = gone.Order ?? (gone.OrdersTaken < worker.Assigned ? worker.LastOrder : null);
        Redistribute(worker, order);
    }

    /// <summary>Gives the orders of a worker who serves no more to the others.</summary>
    private void Redistribute(WorkerSlot worker, Order? inHand)
    {
        if (inHand is not null)
        {
            Assign(_lines.PutInFront(inHand, lineUp.LineAfter(worker, inHand)), inHand);
        }

        if (worker.Line.Owner is null)
        {
            return;
        }

        while (_lines.TakeInside(worker.Line, _shop!.Clock.Now) is { } order)
        {
            Assign(_lines.Rejoin(order), order);
        }

        while (_lines.TakeOutside(worker.Line) is { } order)
        {
            Assign(_lines.Join(order, order.Giver, _shop!.Clock.Now), order);
        }
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
                worker.Actor.Tell(Worker.Retire.Instance, ActorRefs.Nobody);
            }

            Redistribute(worker, null);
        }
    }

    private WorkerSlot Register(WorkerTicket ticket)
    {
        // A restarted worker comes with a new ticket under its old address.
        if (_slots.TryGetValue(ticket.Worker, out var known))
        {
            return known;
        }

        _numbers++;
        var slot = new WorkerSlot(ticket.Worker, ticket.Number ?? _numbers);
        _slots.Add(ticket.Worker, slot);
        lineUp.Add(slot);
        _shop!.Observer.WorkersChanged(_stage.Index, +1, _shop.Clock.Now);
        if (_numbers == _stage.Workers)
        {
            _shop.Root.Tell(new CoffeeShop.Staffed(_stage.Index), ActorRefs.Nobody);
        }

        return slot;
    }

    /// <summary>Opens the stage; said once by the root.</summary>
    /// <param name="Foreman">Is told what the door does not know, where workers are elsewhere; null: they are all here.</param>
    internal sealed record Open(ShopContext Shop, StageSettings Stage, IActorRef? Foreman = null);

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
    internal sealed record CalledCustomer(Order Order, WorkerTicket Ticket);
}
