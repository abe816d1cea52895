using System.Collections.Immutable;
using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorCafe.Cluster.Membership;

/// <summary>
/// Keeps the <see cref="KnownMembersFile"/> up to date. If this node formed a cluster because no known member answered, it keeps looking for
/// them. A known member that is running but has not joined belongs to another cluster, and the smaller of the two must give up.
/// </summary>
internal sealed class MemberTracker : UntypedActor, IWithTimers
{
    /// <summary>Members that start together with this node have joined it before the pause between two looks is this long.</summary>
    private static readonly TimeSpan LogAtPause = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan LookAtMostEvery = TimeSpan.FromSeconds(30);

    /// <summary>A member that has not been seen for this long is considered gone for good.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly KnownMembersFile _file;
    private readonly TaskCompletionSource<Address> _largerCluster;
    private ImmutableHashSet<Address> _lost;
    private ImmutableHashSet<Address> _apart = [];
    private TimeSpan _pause = TimeSpan.FromSeconds(1);
    private bool _isWriting;
    private bool _isStale;

    public MemberTracker(KnownMembersFile file, ImmutableHashSet<Address> known, TaskCompletionSource<Address> largerCluster)
    {
        _file = file;
        _lost = known;
        _largerCluster = largerCluster;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="file">The file to update.</param>
    /// <param name="known">The members to look for: those that the file named when this node was started, if it used them.</param>
    /// <param name="largerCluster">Completed with a member of a larger cluster, if one is found.</param>
    public static Props Props(KnownMembersFile file, ImmutableHashSet<Address> known, TaskCompletionSource<Address> largerCluster) =>
        Akka.Actor.Props.Create(() => new MemberTracker(file, known, largerCluster));

    protected override void PreStart() => _cluster.Subscribe(Self, typeof(ClusterEvent.IMemberEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClusterEvent.CurrentClusterState state:
                BeginLooking(state);
                MembersChanged();
                break;
            case ClusterEvent.IMemberEvent:
                MembersChanged();
                break;
            case Look:
                LookForTheLost();
                break;
            case ActorIdentity { Subject.Path.Address: var found } when _lost.Contains(found):
                _apart = _apart.Add(found);
                GiveUpIfSmaller();
                break;
            case ActorIdentity:
                break;
            case ForgetTheLost:
                (_lost, _apart) = ([], []);
                _isStale = true;
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

        if (_isStale && !_isWriting)
        {
            (_isStale, _isWriting) = (false, true);
            WriteAsync().PipeTo(Self);
        }
    }

    private void MembersChanged()
    {
        var members = _cluster.State.Members.Select(member => member.Address).ToArray();
        (_lost, _apart) = (_lost.Except(members), _apart.Except(members));
        _isStale = true;
    }

    /// <summary>Only the oldest member can have formed a second cluster; all others have joined an existing one.</summary>
    private void BeginLooking(ClusterEvent.CurrentClusterState state)
    {
        var self = state.Members.FirstOrDefault(member => member.Address.Equals(_cluster.SelfAddress));
        if (self is null || state.Members.Any(member => member.IsOlderThan(self)))
        {
            _lost = [];
        }
        else if (!_lost.IsEmpty)
        {
            Timers.StartSingleTimer(nameof(Look), Look.Instance, _pause);
            Timers.StartSingleTimer(nameof(ForgetTheLost), ForgetTheLost.Instance, Patience);
        }
    }

    private void LookForTheLost()
    {
        foreach (var address in _lost)
        {
            Context.ActorSelection(new RootActorPath(address) / Self.Path.Elements).Tell(new Identify(nameof(Look)));
        }

        if (_pause == LogAtPause && !_lost.IsEmpty)
        {
            _log.Warning("{Members} were members with this node and do not answer; it looks for them for {Hours} h, in case they form another cluster", string.Join(", ", _lost), Patience.TotalHours);
        }

        // The longer they have been missing, the less urgent the search is.
        _pause = TimeSpan.FromTicks(Math.Min(2 * _pause.Ticks, LookAtMostEvery.Ticks));
        if (!_lost.IsEmpty)
        {
            Timers.StartSingleTimer(nameof(Look), Look.Instance, _pause);
        }
    }

    /// <summary>
    /// Gives up this cluster if it is the smaller one. If both have the same size, the one with the lowest address stays, as after a partition.
    /// The other members of this cluster are downed, so that they look for the larger one too.
    /// </summary>
    private void GiveUpIfSmaller()
    {
        var here = _cluster.State.Members.Where(member => !member.HasRole(RoleNames.Sweep)).Select(member => member.Address).ToArray();
        var theirLowest = _apart.Min(Member.AddressOrdering)!;
        if (_apart.Count < here.Length || (_apart.Count == here.Length && Member.AddressOrdering.Compare(theirLowest, here.Min(Member.AddressOrdering)) > 0))
        {
            return;
        }

        Timers.CancelAll();
        foreach (var address in _cluster.State.Members.Select(member => member.Address).Where(address => !address.Equals(_cluster.SelfAddress)))
        {
            _cluster.Down(address);
        }

        _largerCluster.TrySetResult(theirLowest);
    }

    private async Task<object> WriteAsync()
    {
        var others = _cluster.State.Members
            .Where(member => member.Status == MemberStatus.Up && !member.Address.Equals(_cluster.SelfAddress) && !member.HasRole(RoleNames.Sweep))
            .Select(member => member.Address)
            .Union(_lost)
            .Where(address => address.HasGlobalScope)
            .Select(address => new SeedNode(address.Host, address.Port!.Value))
            .ToArray();

        // The last remaining member keeps the list of those that were there before.
        if (others.Length > 0)
        {
            await _file.WriteAsync(others).ConfigureAwait(false);
        }

        return Written.Instance;
    }

    private sealed record Look
    {
        public static Look Instance { get; } = new();
    }

    private sealed record ForgetTheLost
    {
        public static ForgetTheLost Instance { get; } = new();
    }

    private sealed record Written
    {
        public static Written Instance { get; } = new();
    }
}
