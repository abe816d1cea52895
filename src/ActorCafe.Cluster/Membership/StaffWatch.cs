using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Membership;

/// <summary>Logs at the front, once, that no node of a role is up, so that orders wait there, and once when that ends.</summary>
internal sealed class StaffWatch(ImmutableHashSet<string> roles, TimeSpan patience) : UntypedActor, IWithTimers
{
    private sealed record StillMissing(string Role);

    /// <summary>A café whose nodes start together is staffed before that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly HashSet<string> _logged = [];

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="roles">The roles whose nodes serve orders.</param>
    /// <param name="patience">How long a role may be missing before that is logged; null: 5 s.</param>
    public static Props Props(IEnumerable<string> roles, TimeSpan? patience = null) =>
        Akka.Actor.Props.Create(() => new StaffWatch(roles.ToImmutableHashSet(), patience ?? Patience));

    protected override void PreStart() => _cluster.Subscribe(Self, typeof(ClusterEvent.IMemberEvent), typeof(ClusterEvent.IReachabilityEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClusterEvent.IMemberEvent or ClusterEvent.IReachabilityEvent:
                // The cluster's own State may not have the change yet.
                _cluster.SendCurrentClusterState(Self);
                break;
            case ClusterEvent.CurrentClusterState state:
                Look(state);
                break;
            case StillMissing missing:
                _logged.Add(missing.Role);
                _log.Warning("No node of role {Role} is up: orders wait for one", missing.Role);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Look(ClusterEvent.CurrentClusterState state)
    {
        var up = state.Members.Where(member => member.Status == MemberStatus.Up).Except(state.Unreachable).SelectMany(member => member.Roles).ToHashSet();
        foreach (var role in roles)
        {
            if (!up.Contains(role))
            {
                if (!_logged.Contains(role) && !Timers.IsTimerActive(role))
                {
                    Timers.StartSingleTimer(role, new StillMissing(role), patience);
                }

                continue;
            }

            Timers.Cancel(role);
            if (_logged.Remove(role))
            {
                _log.Warning("A node of role {Role} is up: orders no longer wait for one", role);
            }
        }
    }
}
