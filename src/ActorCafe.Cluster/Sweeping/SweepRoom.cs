using System.Threading.Channels;
using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Tells the desk of a sweep which nodes come and go. A desk that fails has lost count of what it gave out: it ends, and
/// tells what is finished.
/// </summary>
internal sealed class SweepRoom : ReceiveActor
{
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly IActorRef _desk;

    public SweepRoom(SweepOrder order, ChannelWriter<SweepFact> facts, TimeSpan everyLook)
    {
        var system = Context.System;
        _desk = Context.ActorOf(
            SweepDesk.Props(order, node => system.ActorSelection(new RootActorPath(node) / "user" / SweepHelper.Name), facts, everyLook), "desk");
        Receive<ClusterEvent.CurrentClusterState>(state =>
        {
            foreach (var member in state.Members.Except(state.Unreachable))
            {
                Greet(member);
            }
        });
        Receive<ClusterEvent.MemberUp>(up => Greet(up.Member));
        Receive<ClusterEvent.ReachableMember>(seen => Greet(seen.Member));
        Receive<ClusterEvent.UnreachableMember>(unseen => Miss(unseen.Member));
        Receive<ClusterEvent.IMemberEvent>(gone => gone is not (ClusterEvent.MemberJoined or ClusterEvent.MemberWeaklyUp), gone => Miss(gone.Member));
        Receive<SweepDesk.Close>(close => _desk.Forward(close));
    }

    /// <param name="order">What is to be played.</param>
    /// <param name="facts">Told what happens.</param>
    /// <param name="everyLook">How often nodes are asked.</param>
    public static Props Props(SweepOrder order, ChannelWriter<SweepFact> facts, TimeSpan everyLook) =>
        Akka.Actor.Props.Create(() => new SweepRoom(order, facts, everyLook));

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    protected override void PreStart() =>
        _cluster.Subscribe(Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsSnapshot, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.IReachabilityEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    private void Greet(Member member)
    {
        if (member.Status == MemberStatus.Up && Helps(member))
        {
            _desk.Tell(new SweepDesk.Came(member.Address));
        }
    }

    private void Miss(Member member) => _desk.Tell(new SweepDesk.Lost(member.Address));

    // The front serves customers.
    private static bool Helps(Member member) =>
        (member.HasRole(Roles.Grinder) || member.HasRole(Roles.Machine)) && !member.HasRole(Roles.Front);
}
