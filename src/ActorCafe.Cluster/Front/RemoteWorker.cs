using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The front's side of a worker on another node. To its pool it is a worker like any other, so that the queue discipline is that
/// of one node; it serves by having the <see cref="Station"/> serve, says so again until it is answered, and gives the order
/// back to the pool as soon as the station's node is lost.
/// </summary>
/// <remarks>
/// <code>
/// away -Here-> there (idle or serving, as any worker) -(its node is unreachable or leaves, or GivenBack)-> away
/// </code>
/// While away it asks who is there; a sharded station answers from where it stands by then.
/// </remarks>
internal sealed class RemoteWorker : Worker, IWithTimers
{
    /// <summary>A station that has not heard from the front for so long lets the order go: by then its node is unreachable and
    /// the order is somebody else's. Above the longest time between two renewals.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    /// <summary>The coordinator waits for <c>down-removal-margin</c> anyway; and a little for the news to come to it.</summary>
    private static readonly TimeSpan AfterRemoval = TimeSpan.FromSeconds(1.25);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly AbandonedAssignments _abandoned = new();
    private readonly ICanTell _station;
    private readonly string _name;
    private readonly int? _number;
    private readonly FrontParts _front;
    private readonly Backoff _backoff;
    private Address? _node;
    private bool _isEnrolled;
    private bool _isRetiring;
    private Assignment _assignment;

    /// <param name="shop">The front's shop shop.</param>
    /// <param name="stage">The stage it works at.</param>
    /// <param name="front">What the workers of a front share.</param>
    /// <param name="way">Which station is its own, and the way there.</param>
    public RemoteWorker(ShopContext shop, StageSettings stage, FrontParts front, IStationFinder way)
        : base(shop, stage)
    {
        _front = front;
        (_station, _number) = way.StationOf(Self);
        _name = _number is { } number ? CoffeeMachineShards.NameOf(stage, number) : Self.Path.Name;
        _backoff = new Backoff(Self.Path.Uid);
        Ticket = new WorkerTicket(Self, _number);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(ShopContext shop, StageSettings stage, FrontParts front, IStationFinder way) =>
        Akka.Actor.Props.Create(() => new RemoteWorker(shop, stage, front, way));

    protected override string BeginsStep => "{Worker} is to {Step} order {OrderId} elsewhere at {ShopTime}";

    protected override IActorRef Pool => Shop.Pools[Stage.Index];

    protected override void PreStart()
    {
        _cluster.Subscribe(Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.UnreachableMember));
        AskWhoIsThere();
    }

    protected override void PostStop()
    {
        _cluster.Unsubscribe(Self);
        StandAt(null);
        base.PostStop();
    }

    protected override void PreRestart(Exception reason, object message)
    {
        _cluster.Unsubscribe(Self);
        Withdraw();
        StandAt(null);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Order when !_isEnrolled:
                // It was on its way here when this worker withdrew, and the pool has given it to somebody else.
                break;
            case Enrol:
                if (_node is not null && !_isEnrolled && IsIdle)
                {
                    LookForWork();
                }

                break;
            case CloseWhenIdle:
                _isRetiring = true;
                if (IsIdle)
                {
                    CloseStation();
                }

                break;
            case KitchenMessage.Here here:
                BeThere(here);
                break;
            case KitchenMessage.Taken taken when taken.Assignment == _assignment && InService is not null:
                Note(Sender);
                break;
            case KitchenMessage.Taken:
                break;
            case KitchenMessage.Served served:
                Sender.Tell(new KitchenMessage.Thanks(served.Assignment), Self);
                TakeAnswer(served);
                break;
            case KitchenMessage.GivenBack back when back.Assignment == _assignment && InService is not null:
                _log.Info("{Worker} gave back order {OrderId}: {Reason}", _name, InService.Number, back.Reason);
                BeAway();
                break;
            case KitchenMessage.Closed when InService is null && _node is not null:
                BeAway();
                break;
            case KitchenMessage.GivenBack or KitchenMessage.Closed:
                break;
            case SayAgain:
                SpeakAgain();
                break;
            case ClusterEvent.UnreachableMember unreachable when unreachable.Member.Address.Equals(_node):
                BeAway();
                break;
            case ClusterEvent.IMemberEvent changed when changed.Member.Address.Equals(_node) && changed.Member.Status != MemberStatus.Up:
                Leave(changed.Member.Status);
                break;
            case ClusterEvent.MemberRemoved { PreviousStatus: MemberStatus.Down } when _node is null:
                // Only now are the machines of a lost node set up elsewhere. Not at once: until the coordinator knows too, it sends
                // whoever asks to the lost node, and there a question is lost until nothing has been heard of that node for long.
                _backoff.Reset();
                Timers.StartSingleTimer(SayAgain.Instance, SayAgain.Instance, AfterRemoval);
                break;
            case ClusterEvent.IClusterDomainEvent:
                break;
            default:
                base.OnReceive(message);
                break;
        }
    }

    protected override void BeginStep(Order order)
    {
        _assignment = _front.NextAssignment();
        _backoff.Reset();
        Serve(order);
    }

    protected override void LookForWork()
    {
        if (_isRetiring)
        {
            CloseStation();
            return;
        }

        if (_node is null)
        {
            Withdraw();
            return;
        }

        if (!IsUp(_node))
        {
            BeAway();
            return;
        }

        _isEnrolled = true;
        base.LookForWork();
    }

    private void Serve(Order order)
    {
        var trace = _front.Telemetry?.Traces.ParentOf(order.Number);
        _station.Tell(new KitchenMessage.Serve(_assignment, order.Number, order.Drink.Name, order.NextStep, order.Repetition, Lease, trace), Self);
        Timers.StartSingleTimer(SayAgain.Instance, SayAgain.Instance, _backoff.Next());
    }

    private void AskWhoIsThere()
    {
        _station.Tell(new KitchenMessage.WhoIsThere(_front.Incarnation), Self);
        Timers.StartSingleTimer(SayAgain.Instance, SayAgain.Instance, _backoff.Next());
    }

    private void SpeakAgain()
    {
        if (InService is { } order)
        {
            Serve(order);
        }
        else if (_node is null)
        {
            AskWhoIsThere();
        }
    }

    private void BeThere(KitchenMessage.Here here)
    {
        var isNew = _node is null;
        if (!Note(Sender))
        {
            return;
        }

        if (InService is { } order)
        {
            if (here.InHand != _assignment)
            {
                Serve(order);
            }
        }
        else if (isNew)
        {
            Timers.Cancel(SayAgain.Instance);
            _backoff.Reset();

            // Behind whatever the pool said before this worker withdrew.
            Self.Tell(Enrol.Instance);
        }
    }

    /// <summary>Notes where the station stands; false: on a node that is about to be gone.</summary>
    private bool Note(IActorRef station)
    {
        var address = station.Path.Address.HasGlobalScope ? station.Path.Address : _cluster.SelfAddress;
        if (!IsUp(address))
        {
            return false;
        }

        StandAt(address);
        return true;
    }

    private void StandAt(Address? node)
    {
        if (!Equals(node, _node) && _number is not null)
        {
            _front.Machines.StandsAt(_name, node?.ToString());
        }

        _node = node;
    }

    private bool IsUp(Address node)
    {
        var state = _cluster.State;
        return state.Members.Any(member => member.Address.Equals(node) && member.Status == MemberStatus.Up)
            && !state.Unreachable.Any(member => member.Address.Equals(node));
    }

    private void TakeAnswer(KitchenMessage.Served served)
    {
        if (served.Assignment != _assignment || InService is not { } order)
        {
            if (_abandoned.Remove(served.Assignment) || served.Assignment.Front != _front.Incarnation)
            {
                // One coffee per order: this one was brewed besides.
                Shop.PickUpCounter.Tell(new DurableCounter.Duplicate(served.Order), ActorRefs.NoSender);
            }

            return;
        }

        Timers.Cancel(SayAgain.Instance);
        order.Failures = 0;
        order.NextStep = served.NextStep;
        order.Repetition = served.Repetition;
        order.VisitTo(Stage.Index).Begin(Shop.Clock.Now - served.Service);
        _assignment = default;
        EndService(order);
    }

    private void Leave(MemberStatus status)
    {
        // A leaving node still serves what it has in hand, or gives it back.
        if (InService is not null && status is MemberStatus.Leaving or MemberStatus.Exiting)
        {
            return;
        }

        BeAway();
    }

    private void BeAway()
    {
        StandAt(null);
        _backoff.Reset();
        if (InService is not null)
        {
            _abandoned.Add(_assignment);
            _assignment = default;
            Withdraw();
        }
        else if (IsIdle)
        {
            Withdraw();
        }

        AskWhoIsThere();
    }

    private void CloseStation()
    {
        Withdraw();
        _station.Tell(PoisonPill.Instance, Self);
    }

    /// <summary>The pool counts on this worker no more, until it is there again.</summary>
    private void Withdraw()
    {
        if (_isEnrolled)
        {
            _isEnrolled = false;
            ReportGone();
            Ticket = new WorkerTicket(Self, _number);
        }
    }

    /// <summary>The station is to close as soon as it has nothing in hand.</summary>
    internal sealed record CloseWhenIdle
    {
        public static CloseWhenIdle Instance { get; } = new();
    }

    private sealed record Enrol
    {
        public static Enrol Instance { get; } = new();
    }

    private sealed record SayAgain
    {
        public static SayAgain Instance { get; } = new();
    }
}
