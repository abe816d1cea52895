using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Front;

/// <summary>Tells a watcher of the status of each member, and whether it can be reached.</summary>
internal sealed class MemberReporter(IFrontWatcher watcher) : UntypedActor
{
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);

    public static Props Props(IFrontWatcher watcher) => Akka.Actor.Props.Create(() => new MemberReporter(watcher));

    /// <summary>A member, as shown to people.</summary>
    public static CafeMember Of(Member member, string status) =>
        new(member.Address.ToString(), [.. member.Roles.Where(role => RoleNames.IsShown(role)).Order(StringComparer.Ordinal)], status);

    protected override void PreStart() => _cluster.Subscribe(
        Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.IReachabilityEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClusterEvent.IMemberEvent changed:
                watcher.MemberChanged(Of(changed.Member, changed.Member.Status.ToString()));
                break;
            case ClusterEvent.UnreachableMember { Member: var member }:
                watcher.MemberChanged(Of(member, CafeMember.Unreachable));
                break;
            case ClusterEvent.ReachableMember { Member: var member }:
                watcher.MemberChanged(Of(member, member.Status.ToString()));
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
