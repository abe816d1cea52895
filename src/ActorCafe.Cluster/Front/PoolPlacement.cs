using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// Spreads the hosts of a cluster-aware pool evenly over its nodes and starts a remote worker at the front for each. Akka's pool deploys hosts to the nodes
/// it finds, but moves none when a node joins. So this actor stops hosts beyond a node's share and lets the pool deploy them again.
/// </summary>
internal sealed class PoolPlacement(ShopContext shop, StageSettings stage, FrontServices front) : UntypedActor, IWithTimers
{
    private sealed record RoundDue
    {
        public static RoundDue Instance { get; } = new();
    }

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, IActorRef> _workers = [];
    private readonly HashSet<IActorRef> _closing = [];
    private readonly HashSet<IActorRef> _leaving = [];
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(ShopContext shop, StageSettings stage, FrontServices front) =>
        Akka.Actor.Props.Create(() => new PoolPlacement(shop, stage, front)).WithDispatcher(ShopContext.Dispatcher);

    protected override void PreStart() => Timers.StartPeriodicTimer(RoundDue.Instance, RoundDue.Instance, BetweenRounds);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HostMessage.Located:
                Meet(Sender);
                break;
            case HostMessage:
                // An answer to a front that this one has replaced.
                break;
            case Terminated gone when _workers.Remove(gone.ActorRef, out var worker):
                _leaving.Remove(gone.ActorRef);
                _closing.Remove(gone.ActorRef);
                Context.Stop(worker);
                break;
            case Terminated retired:
                _closing.UnionWith(_workers.Where(pair => pair.Value.Equals(retired.ActorRef)).Select(pair => pair.Key));
                Close();
                break;
            case RoundDue:
                Close();
                Spread([.. _cluster.State.Members.Where(IsOfPool).Except(_cluster.State.Unreachable)]);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Meet(IActorRef host)
    {
        if (!_workers.ContainsKey(host))
        {
            var link = HostLink.Props(shop, front, worker => new(host, worker.Path.Name, null));
            Context.Watch(host);
            _workers.Add(host, Context.Watch(Context.ActorOf(WorkerProps.Remote(shop, stage, link).WithDispatcher(ShopContext.Dispatcher))));
        }
    }

    /// <summary>Closes the hosts of workers that have retired or failed. Repeated, because the message may be lost.</summary>
    private void Close()
    {
        foreach (var host in _closing)
        {
            host.Tell(PoisonPill.Instance);
        }
    }

    private void Spread(Member[] nodes)
    {
        if (nodes.Length == 0)
        {
            return;
        }

        if (_workers.Count < stage.Workers)
        {
            // On receiving the cluster state, a cluster-aware pool deploys the missing hosts.
            _cluster.SendCurrentClusterState(shop.Pools[stage.Index]);
            return;
        }

        var share = (stage.Workers + nodes.Length - 1) / nodes.Length;
        foreach (var node in _workers.Keys.Where(host => !_leaving.Contains(host)).GroupBy(host => host.Path.Address).ToArray())
        {
            foreach (var host in node.Skip(share))
            {
                _leaving.Add(host);
                _workers[host].Tell(WorkerProps.Retire);
            }
        }
    }

    private bool IsOfPool(Member member) => member.Status == MemberStatus.Up && member.HasRole(stage.PoolRole!);
}
