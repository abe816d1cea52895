using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// Meets the stations that a cluster-aware pool deploys to other nodes, and gives each a <see cref="RemoteWorker"/> at the front.
/// </summary>
internal sealed class Foreman(ShopFloor floor, StageSettings stage, FrontParts front) : UntypedActor
{
    private readonly Dictionary<IActorRef, IActorRef> _workers = [];

    public static Props Props(ShopFloor floor, StageSettings stage, FrontParts front) =>
        Akka.Actor.Props.Create(() => new Foreman(floor, stage, front));

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
                if (_workers.Remove(gone.ActorRef, out var orphan))
                {
                    Context.Stop(orphan);
                }

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
            _workers.Add(station, Context.ActorOf(RemoteWorker.Props(floor, stage, front, new OneStation(station)).WithDispatcher(CoffeeShop.Dispatcher)));
        }
    }
}
