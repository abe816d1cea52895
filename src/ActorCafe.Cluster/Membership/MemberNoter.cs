using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Membership;

/// <summary>Keeps the <see cref="MemberNotes"/> up to date.</summary>
internal sealed class MemberNoter(MemberNotes notes) : UntypedActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private bool _isWriting;
    private bool _isOld;

    public static Props Props(MemberNotes notes) => Akka.Actor.Props.Create(() => new MemberNoter(notes));

    protected override void PreStart() => _cluster.Subscribe(Self, typeof(ClusterEvent.IMemberEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClusterEvent.CurrentClusterState or ClusterEvent.IMemberEvent:
                _isOld = true;
                break;
            case Written:
                _isWriting = false;
                break;
            case Status.Failure failure:
                _isWriting = false;
                _log.Warning(failure.Cause, "The members of the cluster could not be noted in the data folder");
                break;
            default:
                Unhandled(message);
                return;
        }

        if (_isOld && !_isWriting)
        {
            (_isOld, _isWriting) = (false, true);
            WriteAsync().PipeTo(Self);
        }
    }

    private async Task<object> WriteAsync()
    {
        var others = _cluster.State.Members
            .Where(member => member.Status == MemberStatus.Up && !member.Address.Equals(_cluster.SelfAddress) && member.Address.HasGlobalScope
                && !member.HasRole(Roles.Sweep))
            .Select(member => new SeedNode(member.Address.Host, member.Address.Port!.Value))
            .ToArray();

        // The last one to be left still knows who was there before.
        if (others.Length > 0)
        {
            await notes.WriteAsync(others).ConfigureAwait(false);
        }

        return Written.Instance;
    }

    private sealed record Written
    {
        public static Written Instance { get; } = new();
    }
}
