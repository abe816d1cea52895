using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The queue of a stage, and the one routee that its pool's routing logic selects: orders and idle workers are told to the pool and meet here. The
/// <see cref="QueueDiscipline"/> decides which line an order joins and who serves it. Akka's head actor creates, supervises and counts the workers.
/// </summary>
/// <remarks>
/// Akka routes on the sender's thread, so the queue takes a lock, except where the clock has one thread for all actors. While it holds the lock it only tells
/// actors and never calls another queue, so locks cannot form a cycle.
/// </remarks>
internal sealed class StageQueue(QueueDiscipline discipline) : Routee
{
    /// <summary>Opens the stage; told once by <see cref="ShopContext.StartStages"/>.</summary>
    /// <param name="Placement">
    /// The actor that receives messages which the queue does not know, from workers elsewhere; null if all workers are in this process.
    /// </param>
    internal sealed record Open(ShopContext Shop, StageSettings Stage, IActorRef? Placement = null);

    /// <summary>Closes the stage when the run is over: orders still here stay where they are.</summary>
    internal sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    /// <summary>A worker has started, or started again.</summary>
    /// <param name="Number">The number it has at its stage; null to be given the next one.</param>
    internal sealed record WorkerStarted(IActorRef Worker, int? Number = null);

    /// <summary>A worker is idle.</summary>
    internal sealed record WorkerIdle(WorkerSlot Slot);

    /// <summary>A worker failed and is being restarted; <paramref name="Order"/> is the one it was serving.</summary>
    internal sealed record WorkerFailed(IActorRef Worker, Order? Order, long OrdersTaken, Exception Reason);

    /// <summary>A worker has left; <paramref name="Order"/> is the one it was serving.</summary>
    internal sealed record WorkerLeft(IActorRef Worker, Order? Order, long OrdersTaken);

    /// <summary>Adds workers, or lets them leave if negative, each after its current order.</summary>
    internal sealed record Resize(int Change);

    /// <summary>The customer whom an idle worker called has placed an order.</summary>
    internal sealed record CustomerCame(Order Order, WorkerSlot Caller);

    private readonly Lock _gate = new();
    private readonly List<(object Message, IActorRef Sender)> _early = [];
    private ShopContext? _shop;
    private VirtualKernel? _kernel;
    private StageSettings _stage = null!;
    private WaitingRoom _room = null!;
    private StageWorkers _workers = null!;
    private Interruptions _interruptions = null!;
    private IActorRef? _placement;
    private bool _isClosed;
    private TimeSpan _last;

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
        else if (!_isClosed)
        {
            Receive(message, sender);
        }
    }

    // A method of its own, so that no other message pays for the closure.
    private void SendForeign(object message, IActorRef sender, VirtualKernel kernel) =>
        kernel.Admit(sender, () => SendLocked(message, sender));

    private void SendLocked(object message, IActorRef sender)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            if (_shop is null && message is not Open)
            {
                // With the real clock a worker can start before the root actor has opened the stage.
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
                _workers.Assign(_room.Enter(order, sender, Now()), order);
                break;
            case WorkerIdle idle:
                GiveNext(idle.Slot);
                break;
            case Reneging.Wait wait:
                _room.Renege(wait);
                break;
            case CustomerCame came:
                _workers.Serve(came);
                break;
            case Interruptions.Report report:
                _interruptions.Receive(report);
                break;
            case WorkerStarted started:
                _workers.Register(started);
                break;
            case WorkerFailed failed:
                _workers.TakeBack(failed);
                break;
            case WorkerLeft left:
                _workers.Dismiss(left);
                break;
            case Resize { Change: > 0 } resize:
                _workers.Add(resize.Change);
                break;
            case Resize resize:
                _workers.Retire(-resize.Change);
                break;
            case Open open:
                OpenStage(open);
                break;
            case Close:
                _isClosed = true;
                break;
            case var other when _placement is not null:
                _placement.Tell(other, sender);
                break;
            default:
                (sender ?? ActorRefs.Nobody).Tell(new Status.Failure(new ArgumentException($"A stage's pool was told {message.GetType()}, which it does not know.")));
                break;
        }
    }

    // With the real clock two actors may read it in one order and come here in the other. An order is not taken before it came.
    private TimeSpan Now()
    {
        var now = _shop!.Clock.Now;
        return _last = now > _last ? now : _last;
    }

    private void OpenStage(Open open)
    {
        (_shop, _stage, _placement) = (open.Shop, open.Stage, open.Placement);
        _kernel = _shop.Clock.Kernel;
        discipline.Open(_shop.Model, _stage);
        var preemption = _stage.Preempts ? new Preemption(_shop.Model) : null;
        _room = new WaitingRoom(discipline, preemption, _shop, _stage);
        _workers = new StageWorkers(discipline, _room, preemption, _shop, _stage);
        _interruptions = new Interruptions(discipline, _workers, preemption);
        _workers.ReportIfStaffed();
        foreach (var (message, sender) in _early)
        {
            Receive(message, sender);
        }

        _early.Clear();
    }

    /// <summary>Assigns the next order of its line to an idle worker, or lets the worker wait for one.</summary>
    private void GiveNext(WorkerSlot worker)
    {
        if (worker.State == SlotState.Gone)
        {
            return;
        }

        worker.State = SlotState.Idle;
        if (worker.Retiring)
        {
            worker.Actor.Tell(Worker.Retire.Instance, ActorRefs.Nobody);
            return;
        }

        if (_room.Take(discipline.LineFor(worker), Now()) is { } order)
        {
            _workers.Assign(worker, order);
            return;
        }

        discipline.AddIdle(worker);
        if (_shop!.Model.IsSaturated && !worker.HasCalled)
        {
            worker.HasCalled = true;
            _shop.Customers.Tell(new SaturatedCustomers.CallNext(_stage.Index, worker), ActorRefs.Nobody);
        }
    }
}
