using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Cluster.Wire.Remoting;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Kitchen;

/// <summary>
/// The place of one worker on another node than the front: takes one order at a time from the front, lets a worker of the
/// one-node café serve it, and answers until it is thanked. To its worker it is the pool, the next stage and the counter at once.
/// </summary>
/// <remarks>
/// <code>
/// free -Serve-> serving -(worker is done)-> answering -Thanks-> free
///          serving -(lease ran out, or another assignment)-> free: the front has given the order to somebody else
/// </code>
/// </remarks>
[Deployable]
internal sealed class Station : UntypedActor, IWithTimers
{
    private static readonly TimeSpan AnnounceAgain = TimeSpan.FromMilliseconds(500);

    private readonly KitchenTools _tools = KitchenTools.Of(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly StageSettings _stage;
    private readonly ShopContext _shop;
    private readonly string _name;
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private IActorRef _worker = ActorRefs.Nobody;
    private WorkerTicket? _idleWorker;
    private Job? _job;
    private Assignment _last;
    private IActorRef _front = ActorRefs.Nobody;

    /// <param name="stage">The name of the stage.</param>
    /// <param name="name">The station's own name; empty: it has none, and tells the pool that deployed it that it is there.</param>
    public Station(string stage, string name)
    {
        var settings = _tools.Model.Settings.Stages.FirstOrDefault(known => known.Name == stage)
            ?? throw new InvalidOperationException($"This node's shop has no stage {stage}: every node is to read the same shop file.");

        // What follows service, the hand-over, is the front's business.
        _stage = settings with { HandOverTime = TimeSpan.Zero, StaysWithOrder = false };
        _name = name;
        _shop = new ShopContext(_tools.Model, _tools.Clock, new Unobserved()) { PickUpCounter = Self, Root = Self };
        Array.Fill(_shop.Pools, Self);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(string stage, string name = "") => Akka.Actor.Props.Create(() => new Station(stage, name));

    protected override void PreStart()
    {
        HireWorker();
        if (_name.Length == 0)
        {
            Timers.StartPeriodicTimer(Announce.Instance, Announce.Instance, TimeSpan.Zero, AnnounceAgain);
        }
    }

    protected override void PostStop()
    {
        if (_job is { Answer: null } job)
        {
            GiveBack(job, "the station closes");
        }
        else
        {
            _front.Tell(new KitchenMessage.Closed(_name), Self);
        }
    }

    // The order goes on with the worker's next life; see Worker.Failed below.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case KitchenMessage.Serve serve:
                FoundByFront();
                Take(serve);
                break;
            case KitchenMessage.Thanks thanks when thanks.Assignment == _job?.Assignment && _job.Answer is not null:
                Forget();
                break;
            case KitchenMessage.Thanks:
                break;
            case KitchenMessage.WhoIsThere:
                FoundByFront();
                Sender.Tell(new KitchenMessage.Here(_name, Self.Path.Uid, _job?.Assignment), Self);
                break;
            case Order order:
                // A worker keeps an order until the next stage has room: the front sees to that.
                _worker.Tell(new Worker.HandedOver(order.Number), ActorRefs.NoSender);
                Answer(order);
                break;
            case WorkerTicket ticket when ticket.Worker.Equals(_worker):
                _idleWorker = ticket;
                BeginWork();
                break;
            case Worker.Failed failed when failed.Ticket.Worker.Equals(_worker):
                TryAgain(failed);
                break;
            case WorkerTicket or Worker.Failed or Worker.Gone:
                // From a worker that was let go in the middle of an order.
                break;
            case AnswerDue:
                SayAnswer();
                break;
            case Announce:
                Context.Parent.Tell(new KitchenMessage.Here(_name, Self.Path.Uid, null), Self);
                break;
            case Close:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Take(KitchenMessage.Serve serve)
    {
        if (_job is { } job && job.Assignment == serve.Assignment)
        {
            job.Front = Sender;
            job.RenewedAt = _tools.Wall.GetTimestamp();
            Sender.Tell(job.Answer ?? (object)new KitchenMessage.Taken(serve.Assignment), Self);
            return;
        }

        // Said before something that came here first, and answered or given up since.
        if (serve.Assignment.Front == _last.Front && serve.Assignment.Number <= _last.Number)
        {
            return;
        }

        if (serve.NextStep < 0 || _tools.Model.Settings.Menu.FirstOrDefault(known => known.Name == serve.Drink) is not { } drink
            || serve.NextStep >= drink.Recipe.Length || drink.Recipe[serve.NextStep].Stage != _stage.Index)
        {
            Sender.Tell(new KitchenMessage.GivenBack(serve.Assignment, $"this node's shop has no step {serve.NextStep + 1} of {serve.Drink} at {_stage.Name}"), Self);
            return;
        }

        if (_job is { Answer: null })
        {
            // The front has given that order to somebody else, or has forgotten it with its former life.
            _job.EndTrace("another order took its place");
            HireWorker();
        }

        var order = new Order(_shop.Pools.Length);
        order.Begin(serve.Order, null, serve.Order, drink, _shop.Clock.Now);
        order.NextStep = serve.NextStep;
        order.Repetition = serve.Repetition;
        Timers.Cancel(AnswerDue.Instance);
        _job = new Job(serve.Assignment, order, serve.Lease)
        {
            Front = Sender,
            RenewedAt = _tools.Wall.GetTimestamp(),
            Trace = VisitTrace.Begin(serve, _stage.Name, _name),
        };
        _last = serve.Assignment;
        Sender.Tell(new KitchenMessage.Taken(serve.Assignment), Self);
        BeginWork();
    }

    private void BeginWork()
    {
        if (_idleWorker is not null && _job is { IsBegun: false } job)
        {
            _idleWorker = null;
            job.IsBegun = true;
            _worker.Tell(job.Order, ActorRefs.NoSender);
        }
    }

    private void Answer(Order order)
    {
        if (_job is not { Answer: null } job || !ReferenceEquals(job.Order, order))
        {
            return;
        }

        if (_tools.Wall.GetElapsedTime(job.RenewedAt) > job.Lease)
        {
            // A node that was frozen, or cut off, must not brew what is another's by now.
            GiveBack(job, "the lease ran out");
            return;
        }

        var visit = order.VisitTo(_stage.Index);
        job.Answer = new KitchenMessage.Served(job.Assignment, order.Number, order.NextStep, order.Repetition, visit.Finished!.Value - visit.Started!.Value);
        job.EndTrace();
        _backoff.Reset();
        SayAnswer();
    }

    private void SayAnswer()
    {
        if (_job?.Answer is { } answer)
        {
            _job.Front.Tell(answer, Self);
            Timers.StartSingleTimer(AnswerDue.Instance, AnswerDue.Instance, _backoff.Next());
        }
    }

    private void TryAgain(Worker.Failed failed)
    {
        if (_job is not { Answer: null } job || failed.Order is null)
        {
            return;
        }

        if (++job.Order.Failures < CoffeeShop.MaxFailures)
        {
            job.IsBegun = false;
            return;
        }

        _log.Error(failed.Reason, "{Station} failed {Failures} times with order {OrderId} and gives it back", _name, job.Order.Failures, job.Order.Number);
        GiveBack(job, failed.Reason.Message);
    }

    private void GiveBack(Job job, string reason)
    {
        job.EndTrace(reason);
        job.Front.Tell(new KitchenMessage.GivenBack(job.Assignment, reason), Self);
        Forget();
    }

    private void Forget()
    {
        Timers.Cancel(AnswerDue.Instance);
        _job = null;
    }

    private void FoundByFront()
    {
        _front = Sender;
        Timers.Cancel(Announce.Instance);
    }

    private void HireWorker()
    {
        Context.Stop(_worker);
        _idleWorker = null;
        _worker = Context.ActorOf(Worker.Props(_shop, _stage).WithDispatcher(CoffeeShop.Dispatcher));
    }

    /// <summary>The station is to close: its node leaves, or it moves.</summary>
    internal sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    private sealed record Announce
    {
        public static Announce Instance { get; } = new();
    }

    private sealed record AnswerDue
    {
        public static AnswerDue Instance { get; } = new();
    }

    private sealed class Job(Assignment assignment, Order order, TimeSpan lease)
    {
        public Assignment Assignment { get; } = assignment;

        public Order Order { get; } = order;

        public TimeSpan Lease { get; } = lease;

        public required IActorRef Front { get; set; }

        public required long RenewedAt { get; set; }

        /// <summary>The span of the visit; null: it is not traced.</summary>
        public Activity? Trace { get; init; }

        public bool IsBegun { get; set; }

        public KitchenMessage.Served? Answer { get; set; }

        /// <param name="failure">Why the order is not served here; null: it is.</param>
        public void EndTrace(string? failure = null)
        {
            if (Trace is not null)
            {
                CafeTelemetry.End(Trace, failure);
            }
        }
    }
}
