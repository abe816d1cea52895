using ActorCafe.Cluster.Kitchen;
using ActorCafe.Cluster.Settings;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// Meets the stations that a cluster-aware pool deploys to other nodes, and gives each a <see cref="RemoteWorker"/> at the front. The
/// pool deploys to the nodes it finds and moves nothing when another joins: so the foreman has stations closed where there are
/// more than a node's share, and has the pool look again.
/// </summary>
internal sealed class Foreman(ShopContext shop, StageSettings stage, FrontParts front) : UntypedActor, IWithTimers
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, IActorRef> _workers = [];
    private readonly HashSet<IActorRef> _leaving = [];
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(ShopContext shop, StageSettings stage, FrontParts front) =>
        Akka.Actor.Props.Create(() => new Foreman(shop, stage, front));

    protected override void PreStart() => Timers.StartPeriodicTimer(Round.Instance, Round.Instance, BetweenRounds);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case KitchenMessage.Here:
                Meet(Sender);
                break;
            case KitchenMessage other:
                // An answer to a former front, which this one has taken the place of.
                if (_workers.TryGetValue(Sender, out var worker))
                {
                    worker.Forward(other);
                }

                break;
            case Terminated gone:
                _leaving.Remove(gone.ActorRef);
                if (_workers.Remove(gone.ActorRef, out var orphan))
                {
                    Context.Stop(orphan);
                }

                break;
            case Round:
                Spread([.. _cluster.State.Members.Where(IsGrinder).Except(_cluster.State.Unreachable)]);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Meet(IActorRef station)
    {
        if (!_workers.ContainsKey(station))
        {
            Context.Watch(station);
            _workers.Add(station, Context.ActorOf(RemoteWorker.Props(shop, stage, front, new OneStation(station)).WithDispatcher(CoffeeShop.Dispatcher)));
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
            // To a cluster-aware pool, news of a member is an occasion to deploy what is missing.
            shop.Pools[stage.Index].Tell(new ClusterEvent.MemberUp(nodes[0]), Self);
            return;
        }

        var share = (stage.Workers + nodes.Length - 1) / nodes.Length;
        foreach (var node in _workers.Keys.Where(station => !_leaving.Contains(station)).GroupBy(station => station.Path.Address).ToArray())
        {
            foreach (var station in node.Skip(share))
            {
                _leaving.Add(station);
                _workers[station].Tell(RemoteWorker.CloseWhenIdle.Instance);
            }
        }
    }

    private static bool IsGrinder(Member member) => member.Status == MemberStatus.Up && member.HasRole(Roles.Grinder);

    private sealed record Round
    {
        public static Round Instance { get; } = new();
    }
}
