using System.Threading.Channels;
using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Tells the coordinator of a sweep which nodes join and leave. A failed coordinator has lost its schedule, so it is not restarted: it
/// publishes what is finished and ends.
/// </summary>
internal sealed class SweepMembership : ReceiveActor
{
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly IActorRef _coordinator;

    public SweepMembership(SweepJob job, ChannelWriter<SweepEvent> events, TimeSpan pollInterval)
    {
        var system = Context.System;
        _coordinator = Context.ActorOf(
            SweepCoordinator.Props(job, node => system.ActorSelection(new RootActorPath(node) / "user" / SweepWorker.Name), events, pollInterval), "coordinator");
        Receive<ClusterEvent.CurrentClusterState>(state =>
        {
            foreach (var member in state.Members.Except(state.Unreachable))
            {
                OnReachable(member);
            }
        });
        Receive<ClusterEvent.MemberUp>(up => OnReachable(up.Member));
        Receive<ClusterEvent.ReachableMember>(reachable => OnReachable(reachable.Member));
        Receive<ClusterEvent.UnreachableMember>(unreachable => OnGone(unreachable.Member));
        Receive<ClusterEvent.IMemberEvent>(gone => gone is not (ClusterEvent.MemberJoined or ClusterEvent.MemberWeaklyUp), gone => OnGone(gone.Member));
        Receive<SweepCoordinator.StopEarly>(stop => _coordinator.Forward(stop));
    }

    /// <param name="job">The points to run.</param>
    /// <param name="events">Receives the progress; completed at the end.</param>
    /// <param name="pollInterval">How often the workers are polled.</param>
    public static Props Props(SweepJob job, ChannelWriter<SweepEvent> events, TimeSpan pollInterval) =>
        Akka.Actor.Props.Create(() => new SweepMembership(job, events, pollInterval));

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    protected override void PreStart() =>
        _cluster.Subscribe(Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsSnapshot, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.IReachabilityEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    private void OnReachable(Member member)
    {
        if (member.Status == MemberStatus.Up && HasWorker(member))
        {
            _coordinator.Tell(new SweepCoordinator.NodeJoined(member.Address));
        }
    }

    private void OnGone(Member member) => _coordinator.Tell(new SweepCoordinator.NodeLost(member.Address));

    // The front serves customers and runs no tasks.
    private static bool HasWorker(Member member) =>
        (member.HasRole(RoleNames.Grinder) || member.HasRole(RoleNames.Machine)) && !member.HasRole(RoleNames.Front);
}
