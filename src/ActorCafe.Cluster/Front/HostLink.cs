using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The server of one remote worker. It talks to the <see cref="WorkerHost"/>, repeats unanswered messages and tells the worker when the host is available.
/// When the host's node is lost, or the host has not answered for a lease, the worker gives its order back to the pool.
/// </summary>
/// <remarks>
/// <code>
/// away -Located-> available -(its node is unreachable or leaves, GivenBack, or no answer)-> away
/// </code>
/// While away, it keeps asking where the host is. A sharded host answers from its current node.
/// </remarks>
internal sealed class HostLink(ShopContext shop, FrontServices front, Func<IActorRef, HostAddress> hostOf) : UntypedActor, IWithTimers
{
    private sealed record RepeatDue
    {
        public static RepeatDue Instance { get; } = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly IActorRef _worker = Context.Parent;
    private readonly HostNode _node = new(Akka.Cluster.Cluster.Get(Context.System), front.Machines, hostOf(Context.Parent));
    private readonly HostAssignments _assignments = new(front);
    private readonly LinkTimes _times = LinkTimes.Of(Akka.Cluster.Cluster.Get(Context.System));
    private readonly Backoff _backoff = new(Context.Self.Path.Uid, LinkTimes.Of(Akka.Cluster.Cluster.Get(Context.System)).Longest);
    private long _epoch;
    private TimeSpan _heardAt;

    public ITimerScheduler Timers { get; set; } = null!;

    private static TimeSpan Now => Context.System.Scheduler.MonotonicClock;

    public static Props Props(ShopContext shop, FrontServices front, Func<IActorRef, HostAddress> hostOf) =>
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
        _node.Clear();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RemoteService.Perform perform when perform.Epoch == _epoch && _node.IsKnown:
                _assignments.Begin(perform);
                _backoff.Reset();
                _heardAt = Now;
                SendServe(perform);
                break;
            case HostMessage.Located located:
                Meet(located);
                break;
            case HostMessage.Taken taken when _assignments.IsCurrent(taken.Assignment):
                _node.Note(Sender);
                _heardAt = Now;
                break;
            case HostMessage.Served served:
                Sender.Tell(new HostMessage.ServedAcknowledged(served.Assignment), Self);
                TakeAnswer(served);
                break;
            case HostMessage.GivenBack back when _assignments.IsCurrent(back.Assignment):
                _log.Info("{Host} gave back order {OrderId}: {Reason}", _node.Host.Name, _assignments.Job!.Order, back.Reason);
                BeAway();
                break;
            case HostMessage.Closed when _assignments.Job is null && _node.IsKnown:
                BeAway();
                break;
            case RepeatDue:
                Repeat();
                break;
            case ClusterEvent.UnreachableMember unreachable when _node.Is(unreachable.Member):
                BeAway();
                break;
            case ClusterEvent.IMemberEvent changed when _node.Is(changed.Member) && changed.Member.Status != MemberStatus.Up:
                // A leaving node still serves its current order, or gives it back.
                if (_assignments.Job is null || changed.Member.Status is not (MemberStatus.Leaving or MemberStatus.Exiting))
                {
                    BeAway();
                }

                break;
            case ClusterEvent.MemberRemoved { PreviousStatus: MemberStatus.Down } when !_node.IsKnown:
                // Only now do the machines of a lost node start on other nodes. Asking at once would be too early: until the coordinator knows of the
                // removal too, it sends messages to the lost node, and they get lost there.
                _backoff.Reset();
                Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, _times.AfterRemoval);
                break;
            case RemoteService.Perform or HostMessage.Taken or HostMessage.GivenBack or HostMessage.Closed or ClusterEvent.IClusterDomainEvent:
                // Belongs to an earlier epoch or assignment, or to another node.
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void SendServe(RemoteService.Perform job)
    {
        var trace = front.Telemetry?.Traces.ParentOf(job.Order);
        _node.Host.Way.Tell(new HostMessage.Serve(_assignments.Current, job.Order, job.Drink.Name, job.NextStep, job.Repetition, _times.Lease, trace), Self);
        Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, _backoff.Next());
    }

    private void Locate()
    {
        _node.Host.Way.Tell(new HostMessage.Locate(front.Incarnation), Self);
        Timers.StartSingleTimer(RepeatDue.Instance, RepeatDue.Instance, _backoff.Next());
    }

    private void Repeat()
    {
        switch (_assignments.Job)
        {
            case null when !_node.IsKnown:
                Locate();
                break;
            case { } job when Now - _heardAt < _times.Lease:
                SendServe(job);
                break;
            case { } job:
                _log.Warning("{Host} on {Node} has not answered for {Lease} s; order {OrderId} goes to another", _node.Host.Name, _node.Address, _times.Lease.TotalSeconds, job.Order);
                BeAway();
                break;
        }
    }

    private void Meet(HostMessage.Located located)
    {
        var wasAway = !_node.IsKnown;
        if (!_node.Note(Sender))
        {
            return;
        }

        if (_assignments.Job is { } job)
        {
            _heardAt = Now;
            if (located.InHand != _assignments.Current)
            {
                SendServe(job);
            }
        }
        else if (wasAway)
        {
            Timers.Cancel(RepeatDue.Instance);
            _backoff.Reset();
            _epoch = front.NextEpoch();
            _worker.Tell(new RemoteService.Available(_epoch, _node.Host.Number), Self);
        }
    }

    private void TakeAnswer(HostMessage.Served served)
    {
        if (_assignments.Complete(served.Assignment) is { } job)
        {
            Timers.Cancel(RepeatDue.Instance);
            _worker.Tell(new RemoteService.Performed(job.Epoch, job.Order, served.NextStep, served.Repetition, served.Service), Self);
            if (!_node.IsUp)
            {
                BeAway();
            }
        }
        else if (_assignments.IsSurplus(served.Assignment))
        {
            // An order gets one coffee; this one is a duplicate.
            shop.PickUpCounter.Tell(new DurableCounter.Duplicate(served.Order), ActorRefs.NoSender);
        }
    }

    private void BeAway()
    {
        _node.Clear();
        _backoff.Reset();
        _assignments.Abandon();
        _worker.Tell(RemoteService.Unavailable.Instance, Self);
        Locate();
    }
}
