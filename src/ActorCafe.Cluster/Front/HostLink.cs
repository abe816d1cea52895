using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The server of one remote worker: speaks to its <see cref="WorkerHost"/>, repeats what is not answered, and tells the worker when the host is available.
/// As soon as the host's node is lost, the worker gives its order back to the pool.
/// </summary>
/// <remarks>
/// <code>
/// away -Located-> available -(its node is unreachable or leaves, or GivenBack)-> away
/// </code>
/// While away it asks where the host is; a sharded host answers from wherever it is by then.
/// </remarks>
internal sealed class HostLink : UntypedActor, IWithTimers
{
    private sealed record RepeatDue
    {
        public static RepeatDue Instance { get; } = new();
    }

    /// <summary>A host that has not heard from the front for this long drops the order: by then its node is unreachable and
    /// the order belongs to another. Longer than the longest time between two renewals.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    /// <summary>The coordinator waits for <c>down-removal-margin</c> anyway, and the news needs a moment to reach it.</summary>
    private static readonly TimeSpan AfterRemoval = TimeSpan.FromSeconds(1.25);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly AbandonedAssignments _abandoned = new();
    private readonly IActorRef _worker = Context.Parent;
    private readonly ShopContext _shop;
    private readonly FrontParts _front;
    private readonly HostAddress _host;
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private Address? _node;
    private long _epoch;
    private RemoteService.Perform? _job;
    private Assignment _assignment;

    public HostLink(ShopContext shop, FrontParts front, Func<IActorRef, HostAddress> hostOf)
    {
        (_shop, _front) = (shop, front);
        _host = hostOf(_worker);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="shop">The front's shop.</param>
    /// <param name="front">What all links of a front share.</param>
    /// <param name="hostOf">The host of a worker.</param>
    public static Props Props(ShopContext shop, FrontParts front, Func<IActorRef, HostAddress> hostOf) =>
        Akka.Actor.Props.Create(() => new HostLink(shop, front, hostOf)).WithDispatcher(ShopContext.Dispatcher);

    protected override void PreStart()
    {
        _cluster.Subscribe(Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.UnreachableMember));
        Locate();
    }

    protected override void PreRestart(Exception reason, object message)
    {
        _worker.Tell(RemoteService.Unavailable.Instance, Self);
        base.PreRestart(reason, message);
    }

    protected override void PostStop()
    {
        _cluster.Unsubscribe(Self);
        SetNode(null);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RemoteService.Perform perform when perform.Epoch == _epoch && _node is not null:
                (_job, _assignment) = (perform, _front.NextAssignment());
                _backoff.Reset();
                SendServe(perform);
                break;
            case RemoteService.Perform:
                // The host became unavailable meanwhile: the worker gives the order back when it hears of that.
                break;
            case HostMessage.Located located:
                Meet(located);
                break;
            case HostMessage.Taken taken when taken.Assignment == _assignment && _job is not null:
                NoteNode(Sender);
                break;
            case HostMessage.Taken:
                break;
            case HostMessage.Served served:
                Sender.Tell(new HostMessage.ServedAcknowledged(served.Assignment), Self);
                TakeAnswer(served);
                break;
            case HostMessage.GivenBack back when back.Assignment == _assignment && _job is not null:
                _log.Info("{Host} gave back order {OrderId}: {Reason}", _host.Name, _job.Order, back.Reason);
                BeAway();
                break;
            case HostMessage.Closed when _job is null && _node is not null:
                BeAway();
                break;
            case HostMessage.GivenBack or HostMessage.Closed:
                break;
            case RepeatDue:
                Repeat();
                break;
            case ClusterEvent.UnreachableMember unreachable when unreachable.Member.Address.Equals(_node):
                BeAway();
                break;
            case ClusterEvent.IMemberEvent changed when changed.Member.Address.Equals(_node) && changed.Member.Status != MemberStatus.Up:
                // A leaving node still serves what it has in hand, or gives it back.
                if (_job is null || changed.Member.Status is not (MemberStatus.Leaving or MemberStatus.Exiting))
                {
                    BeAway();
                }

                break;
            case ClusterEvent.MemberRemoved { PreviousStatus: MemberStatus.Down } when _node is null:
                // Only now do the machines of a lost node start elsewhere. Not at once: until the coordinator knows too, it sends questions to the
                // lost node, and there they are lost until nothing has been heard of that node for long.
                _backoff.Reset();
                Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, AfterRemoval);
                break;
            case ClusterEvent.IClusterDomainEvent:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void SendServe(RemoteService.Perform job)
    {
        var trace = _front.Telemetry?.Traces.ParentOf(job.Order);
        _host.Way.Tell(new HostMessage.Serve(_assignment, job.Order, job.Drink.Name, job.NextStep, job.Repetition, Lease, trace), Self);
        Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, _backoff.Next());
    }

    private void Locate()
    {
        _host.Way.Tell(new HostMessage.Locate(_front.Incarnation), Self);
        Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, _backoff.Next());
    }

    private void Repeat()
    {
        if (_job is { } job)
        {
            SendServe(job);
        }
        else if (_node is null)
        {
            Locate();
        }
    }

    private void Meet(HostMessage.Located located)
    {
        var wasAway = _node is null;
        if (!NoteNode(Sender))
        {
            return;
        }

        if (_job is { } job)
        {
            if (located.InHand != _assignment)
            {
                SendServe(job);
            }
        }
        else if (wasAway)
        {
            Timers.Cancel(RepeatDue.Instance);
            _backoff.Reset();
            _epoch = _front.NextEpoch();
            _worker.Tell(new RemoteService.Available(_epoch, _host.Number), Self);
        }
    }

    private void TakeAnswer(HostMessage.Served served)
    {
        if (served.Assignment != _assignment || _job is not { } job)
        {
            if (_abandoned.Remove(served.Assignment) || served.Assignment.Front != _front.Incarnation)
            {
                // One coffee per order: this one was brewed in addition.
                _shop.PickUpCounter.Tell(new DurableCounter.Duplicate(served.Order), ActorRefs.NoSender);
            }

            return;
        }

        Timers.Cancel(RepeatDue.Instance);
        (_job, _assignment) = (null, default);
        _worker.Tell(new RemoteService.Performed(job.Epoch, job.Order, served.NextStep, served.Repetition, served.Service), Self);
        if (_node is null || !IsUp(_node))
        {
            BeAway();
        }
    }

    private void BeAway()
    {
        SetNode(null);
        _backoff.Reset();
        if (_job is not null)
        {
            _abandoned.Add(_assignment);
            (_job, _assignment) = (null, default);
        }

        _worker.Tell(RemoteService.Unavailable.Instance, Self);
        Locate();
    }

    /// <summary>Notes the node that the host is on; false if that node is about to leave.</summary>
    private bool NoteNode(IActorRef host)
    {
        var address = host.Path.Address.HasGlobalScope ? host.Path.Address : _cluster.SelfAddress;
        if (!IsUp(address))
        {
            return false;
        }

        SetNode(address);
        return true;
    }

    private void SetNode(Address? node)
    {
        if (!Equals(node, _node) && _host.Number is not null)
        {
            _front.Machines.Set(_host.Name, node?.ToString());
        }

        _node = node;
    }

    private bool IsUp(Address node)
    {
        var state = _cluster.State;
        return state.Members.Any(member => member.Address.Equals(node) && member.Status == MemberStatus.Up)
            && !state.Unreachable.Any(member => member.Address.Equals(node));
    }
}
