using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The workers of a stage and the orders they serve. Decides where an order goes when its worker fails or leaves. Not thread-safe: <see cref="StageQueue"/>
/// guards it.
/// </summary>
internal sealed class StageWorkers(QueueDiscipline discipline, WaitingRoom room, Preemption? preemption, ShopContext shop, StageSettings stage)
{
    private readonly Dictionary<IActorRef, WorkerSlot> _slots = [];
    private readonly Dictionary<int, BreakdownTimes> _breakdowns = [];

    // Numbers of workers that have left. The next to join gets the lowest: whoever comes back from a break is the same worker.
    private readonly SortedSet<int> _free = [];
    private int _numbered;
    private int _joined;

    // Workers that have been asked for and have not joined yet, and how many of those leave as soon as they have.
    private int _onTheWay = stage.Workers;
    private int _leaveOnArrival;

    /// <summary>Tells the root actor when as many workers have joined as the stage has at opening.</summary>
    public void ReportIfStaffed()
    {
        if (_joined == stage.Workers)
        {
            shop.Root.Tell(new StageStaffed(stage.Index), ActorRefs.Nobody);
        }
    }

    /// <summary>Tells a worker to serve an order; a null worker means that the order waits or has left.</summary>
    public void Assign(WorkerSlot? worker, Order order)
    {
        if (worker is null)
        {
            return;
        }

        Reneging.End(order);
        order.VisitTo(stage.Index).Worker = worker.Number;
        worker.State = SlotState.Busy;
        worker.Assigned++;
        worker.LastOrder = order;
        preemption?.Began(worker);
        discipline.Changed(worker.Line);
        worker.Actor.Tell(order, ActorRefs.Nobody);
    }

    /// <summary>Lets the customer whom a worker called be served by it, unless it has taken another order.</summary>
    public void Serve(StageQueue.CustomerCame came)
    {
        var (order, caller) = came;
        caller.HasCalled = false;
        var now = shop.Clock.Now;
        if (caller.State != SlotState.Idle)
        {
            Assign(room.Enter(order, ActorRefs.Nobody, now), order);
            return;
        }

        shop.Observer.Arrived(stage.Index, order, now);
        discipline.RemoveIdle(caller);
        room.Admit(order, ActorRefs.Nobody, now);
        Assign(caller, order);
    }

    /// <summary>Registers a worker that started, and assigns it a slot. A restarted worker has the same address and keeps its slot.</summary>
    public void Register(StageQueue.WorkerStarted started)
    {
        if (!_slots.TryGetValue(started.Worker, out var slot))
        {
            _joined++;
            var number = started.Number ?? NextNumber();
            slot = new WorkerSlot(started.Worker, number) { Breakdowns = BreakdownsOf(number) };
            _slots.Add(started.Worker, slot);
            discipline.Add(slot);
            shop.Observer.WorkerJoined(stage.Index, slot.Number, shop.Clock.Now);
            ReportIfStaffed();
            Arrive(slot);
        }

        started.Worker.Tell(new Worker.Registered(started, slot), ActorRefs.Nobody);
    }

    /// <summary>Takes back the order of a worker that failed and is being restarted.</summary>
    public void TakeBack(StageQueue.WorkerFailed failed)
    {
        if (!_slots.TryGetValue(failed.Worker, out var worker))
        {
            return;
        }

        worker.Assigned -= failed.OrdersTaken;
        Preemption.Ended(worker);
        if (worker.State == SlotState.Idle)
        {
            // The worker is not idle again until it says so.
            discipline.RemoveIdle(worker);
            worker.State = SlotState.Busy;
            discipline.Changed(worker.Line);
        }

        if (failed.Order is not { } order)
        {
            return;
        }

        order.Interruption = null;
        if (++order.Failures >= ShopContext.MaxFailures)
        {
            order.Failures = 0;
            shop.Root.Tell(new OrderFailed(order, stage, failed.Reason), ActorRefs.Nobody);
            return;
        }

        PutInFront(order, worker);
    }

    /// <summary>Puts an order that its worker could not finish at the head of the queue, unless a worker is idle.</summary>
    public void PutInFront(Order order, WorkerSlot worker) => Assign(room.PutInFront(order, discipline.LineAfter(worker, order)), order);

    /// <summary>Removes a worker that has left, and passes its orders to others.</summary>
    public void Dismiss(StageQueue.WorkerLeft left)
    {
        if (!_slots.Remove(left.Worker, out var worker))
        {
            return;
        }

        worker.State = SlotState.Gone;
        _free.Add(worker.Number);
        discipline.Remove(worker);
        Preemption.Ended(worker);
        shop.Observer.WorkerLeft(stage.Index, worker.Number, shop.Clock.Now);

        // The order in hand, which is served anew, or one that was on its way to the worker when it stopped.
        left.Order?.Interruption = null;
        var order = left.Order ?? (left.OrdersTaken < worker.Assigned ? worker.LastOrder : null);
        Redistribute(worker, order);
    }

    /// <summary>Adds workers: first calls back those that are to leave after their current order, then creates new ones.</summary>
    public void Add(int workers)
    {
        var kept = Math.Min(workers, _leaveOnArrival);
        _leaveOnArrival -= kept;
        workers -= kept;
        var staying = _slots.Values.Where(slot => slot is { Retiring: true, State: SlotState.Busy }).OrderBy(slot => slot.Number).Take(workers).ToArray();
        foreach (var worker in staying)
        {
            worker.Retiring = false;
            discipline.Add(worker);
        }

        if (workers > staying.Length)
        {
            _onTheWay += workers - staying.Length;
            shop.Pools[stage.Index].Tell(new AdjustPoolSize(workers - staying.Length), ActorRefs.Nobody);
        }
    }

    /// <summary>
    /// Lets workers leave: those without an order at once, the others after their current order. Idle workers go first, and of those the ones that joined last.
    /// Of those that have not joined yet, as many leave on arrival as there are too few others.
    /// </summary>
    public void Retire(int workers)
    {
        var leaving = _slots.Values.Where(slot => !slot.Retiring)
            .OrderByDescending(slot => slot.State == SlotState.Idle).ThenByDescending(slot => slot.Number)
            .Take(workers).ToArray();
        foreach (var worker in leaving)
        {
            worker.Retiring = true;
            discipline.Remove(worker);
        }

        foreach (var worker in leaving)
        {
            if (worker.State is SlotState.Idle or SlotState.Down)
            {
                worker.Actor.Tell(Worker.Retire.Instance, ActorRefs.Nobody);
            }

            Redistribute(worker, null);
        }

        _leaveOnArrival = Math.Min(_leaveOnArrival + workers - leaving.Length, _onTheWay);
    }

    private void Arrive(WorkerSlot worker)
    {
        _onTheWay = Math.Max(0, _onTheWay - 1);
        if (_leaveOnArrival > 0)
        {
            _leaveOnArrival--;
            worker.Retiring = true;
            discipline.Remove(worker);
        }
    }

    private BreakdownTimes? BreakdownsOf(int number)
    {
        if (stage.Breakdown is { } breakdown && !_breakdowns.ContainsKey(number))
        {
            _breakdowns.Add(number, new BreakdownTimes(breakdown, shop.Model.Settings.Seed, stage.Name, number));
        }

        return _breakdowns.GetValueOrDefault(number);
    }

    private void Redistribute(WorkerSlot worker, Order? inHand)
    {
        if (inHand is not null)
        {
            PutInFront(inHand, worker);
        }

        if (worker.Line.Owner is null)
        {
            return;
        }

        while (room.TakeQueued(worker.Line, shop.Clock.Now) is { } order)
        {
            Assign(room.Rejoin(order), order);
        }

        while (worker.Line.Outside.Take() is { } order)
        {
            Assign(room.Join(order, order.Giver, shop.Clock.Now), order);
        }
    }

    private int NextNumber()
    {
        if (_free.Count == 0)
        {
            return ++_numbered;
        }

        var number = _free.Min;
        _free.Remove(number);
        return number;
    }
}
