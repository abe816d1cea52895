using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Shop.Workers;

/// <summary>
/// A worker of a stage: serves one order at a time, hands it to the next stage, and takes the next in line; where nobody waits it
/// is idle, and is told of an <see cref="Order"/>. It never blocks a thread: service is a message to itself, later.
/// </summary>
/// <remarks>
/// <code>
/// idle -order-> serving -(hand-over-time)-> handing over -> blocked (next stage full) -> staying (stays-with-order) -> idle
/// </code>
/// each of the three in the middle only where the stage has it. A field holds the state: <c>Become</c> costs ten times as much.
/// </remarks>
internal abstract class Worker(ShopContext shop, StageSettings stage) : CafeActor
{
    // One alarm for a worker's whole life; an alarm of a life before a restart is another object, and is ignored.
    private readonly Alarm _alarm = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly bool _isDebugEnabled = Context.GetLogger().IsDebugEnabled;
    private readonly IActorRef _parent = Context.Parent;
    private Order? _order;
    private State _state;
    private long _ordersTaken;
    private long _lastOrder;
    private int _number;

    private enum State
    {
        Idle,
        Serving,
        HandingOver,
        Blocked,
        Staying,
    }

    protected ShopContext Shop { get; } = shop;

    protected StageSettings Stage { get; } = stage;

    /// <summary>Who gives out the orders here and is told when this worker is idle.</summary>
    protected virtual IActorRef Pool => _parent;

    /// <summary>What this worker shows to its pool.</summary>
    protected WorkerTicket Ticket { get; set; } = new(Context.Self);

    /// <summary>The order in service; null: none is.</summary>
    protected Order? InService => _state == State.Serving ? _order : null;

    /// <summary>Whether nothing keeps this worker.</summary>
    protected bool IsIdle => _state == State.Idle;

    /// <summary>How this kind of worker says that it begins a step.</summary>
    protected abstract string BeginsStep { get; }

    public static Props Props(ShopContext shop, StageSettings stage) => stage.Worker switch
    {
        WorkerKind.Waiter => Akka.Actor.Props.Create(() => new Waiter(shop, stage)),
        WorkerKind.Grinder => Akka.Actor.Props.Create(() => new Grinder(shop, stage)),
        WorkerKind.CoffeeMachine => Akka.Actor.Props.Create(() => new CoffeeMachine(shop, stage)),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage.Worker, "No such kind of worker."),
    };

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Order order when _state == State.Idle:
                Begin(order, Shop.Clock.Now);
                break;
            case Alarm alarm when ReferenceEquals(alarm, _alarm) && _state == State.Serving:
                EndStep(_order!);
                break;
            case Alarm alarm when ReferenceEquals(alarm, _alarm):
                PassOn(_order!, Shop.Clock.Now);
                break;
            case Alarm:
                break;
            case HandedOver handed when handed.Order == _lastOrder && _state == State.Blocked:
                StayOrRest(Shop.Clock.Now);
                break;
            case Released released when released.Order == _lastOrder && _state == State.Staying:
                Rest(Shop.Clock.Now);
                break;
            case HandedOver or Released:
                // Of an order passed on before a restart.
                break;
            case Retire:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PreStart() => Pool.Tell(Ticket, ActorRefs.Nobody);

    protected override void PreRestart(Exception reason, object message) =>
        Pool.Tell(new Failed(Ticket, TakeBack(), _ordersTaken, reason), ActorRefs.Nobody);

    protected override void PostStop() => ReportGone();

    /// <summary>Tells the pool that this worker is idle; the pool tells it the next order, now or later.</summary>
    protected virtual void LookForWork() => Pool.Tell(Ticket, ActorRefs.Nobody);

    /// <summary>Says that this worker serves no more, and gives back what it has in hand.</summary>
    protected void ReportGone()
    {
        Pool.Tell(new Gone(Ticket, TakeBack(), _ordersTaken), ActorRefs.Nobody);
        _ordersTaken = 0;
    }

    private void Begin(Order order, TimeSpan now)
    {
        _order = order;
        _ordersTaken++;
        _lastOrder = order.Number;
        _state = State.Serving;
        ref var visit = ref order.VisitTo(Stage.Index);
        visit.Begin(now);
        _number = visit.Worker;
        Shop.Observer.ServiceBegan(Stage.Index, order, now);
        order.InProgress = true;
        BeginStep(order);
    }

    /// <summary>Begins the order's next step, which this stage performs.</summary>
    protected virtual void BeginStep(Order order)
    {
        var step = Shop.Model.Step(order);
        if (_isDebugEnabled)
        {
            _log.Debug(BeginsStep, Name(order), step.Name, order.Number, Shop.Clock.Now);
        }

        // Events of one instant go by the order's number: ties keep the order of placing.
        Shop.Clock.Schedule(step.ServiceTime(order), order.Number, Self, _alarm);
    }

    private void EndStep(Order order)
    {
        order.Failures = 0;
        if (Shop.Model.Step(order).IsToBeRemade(order))
        {
            order.Repetition++;
            EndService(order);
            return;
        }

        order.NextStep++;
        order.Repetition = 0;
        if (Shop.Model.NextStage(order)?.Index == Stage.Index)
        {
            BeginStep(order);
            return;
        }

        EndService(order);
    }

    /// <summary>The order's steps here are done, or one of them is to be done again: it goes on.</summary>
    protected void EndService(Order order)
    {
        var now = Shop.Clock.Now;
        order.VisitTo(Stage.Index).Finished = now;
        Shop.Observer.ServiceEnded(Stage.Index, order, now);
        if (order.IsRemake)
        {
            _order = null;
            Pool.Tell(order, ActorRefs.Nobody);
            Rest(now);
            return;
        }

        if (Stage.HandOverTime == TimeSpan.Zero)
        {
            PassOn(order, now);
            return;
        }

        Enter(State.HandingOver);
        Shop.Clock.Schedule(Stage.HandOverTime, order.Number, Self, _alarm);
    }

    private void PassOn(Order order, TimeSpan now)
    {
        var next = Shop.Model.NextStage(order);
        if (_isDebugEnabled)
        {
            _log.Debug("{Worker} hands order {OrderId} to {Stage} at {ShopTime}", Name(order), order.Number, next?.Name ?? "the pick-up counter", now);
        }

        _order = null;
        if (next is null)
        {
            Shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
            Rest(now);
            return;
        }

        if (Stage.StaysWithOrder)
        {
            (order.Held ??= []).Add(Self);
        }
        else
        {
            LetGo(order, now);
        }

        if (next.Blocks)
        {
            // The next stage answers when there is room; until then the order is as good as in hand.
            Enter(State.Blocked);
            Shop.Pools[next.Index].Tell(order, Self);
        }
        else
        {
            Shop.Pools[next.Index].Tell(order, ActorRefs.Nobody);
            StayOrRest(now);
        }
    }

    /// <summary>The customer goes to the pick-up queue, if they are not there yet.</summary>
    private void LetGo(Order order, TimeSpan now)
    {
        if (!order.AwaitsPickUp)
        {
            order.AwaitsPickUp = true;
            Shop.Observer.AwaitsPickUp(now);
        }
    }

    private void StayOrRest(TimeSpan now)
    {
        if (Stage.StaysWithOrder)
        {
            Enter(State.Staying);
        }
        else
        {
            Rest(now);
        }
    }

    private void Rest(TimeSpan now)
    {
        Enter(State.Idle);
        LookForWork();
    }

    /// <summary>The order in hand that is still to be served here; one already served goes on its way.</summary>
    private Order? TakeBack()
    {
        var (order, state) = (_order, _state);
        _order = null;
        Enter(State.Idle);
        if (order is null)
        {
            return null;
        }

        if (order.VisitTo(Stage.Index).Finished is null)
        {
            if (state == State.Serving)
            {
                Shop.Observer.ServiceInterrupted(Stage.Index, order, Shop.Clock.Now);
            }

            return order;
        }

        if (Shop.Model.NextStage(order) is { } next)
        {
            var now = Shop.Clock.Now;
            LetGo(order, now);
            Shop.Pools[next.Index].Tell(order, ActorRefs.Nobody);
        }
        else
        {
            Shop.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }

        return null;
    }

    private void Enter(State next)
    {
        Report(_state, -1);
        _state = next;
        Report(next, +1);
    }

    private void Report(State state, int change)
    {
        if (state > State.Serving)
        {
            var spent = state switch
            {
                State.HandingOver => Occupation.HandingOver,
                State.Blocked => Occupation.Blocked,
                _ => Occupation.Staying,
            };
            Shop.Observer.Occupied(Stage.Index, _number, _lastOrder, spent, change, Shop.Clock.Now);
        }
    }

    private string Name(Order order) => $"{Stage.Name}-{order.VisitTo(Stage.Index).Worker}";

    /// <summary>The next stage has taken the order this worker kept.</summary>
    internal sealed record HandedOver(long Order);

    /// <summary>The order this worker stayed with has left.</summary>
    internal sealed record Released(long Order);

    /// <summary>The worker is not needed any more.</summary>
    internal sealed record Retire
    {
        public static Retire Instance { get; } = new();
    }

    /// <summary>A worker failed and is being restarted; <paramref name="Order"/>: what it had in hand.</summary>
    internal sealed record Failed(WorkerTicket Ticket, Order? Order, long OrdersTaken, Exception Reason);

    /// <summary>A worker is gone for good; <paramref name="Order"/>: what it had in hand.</summary>
    internal sealed record Gone(WorkerTicket Ticket, Order? Order, long OrdersTaken);

    private sealed class Alarm;
}
