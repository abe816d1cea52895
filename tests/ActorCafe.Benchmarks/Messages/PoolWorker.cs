using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Pools;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Hands an order on and says that it is idle, as a worker does, but serves in no time.</summary>
internal sealed class PoolWorker(ShopFloor floor, int stage) : CafeActor
{
    private readonly WorkerTicket _ticket = new(Context.Self);
    private readonly IActorRef _pool = Context.Parent;

    protected override void PreStart() => _pool.Tell(_ticket, ActorRefs.Nobody);

    protected override void OnReceive(object message)
    {
        if (message is not OrderSlip order)
        {
            Unhandled(message);
            return;
        }

        order.NextStep++;
        var now = floor.Clock.Now;
        if (floor.Blueprint.NextStage(order) is { } next)
        {
            floor.HandIn(order, next.Index, ActorRefs.Nobody, now);
        }
        else
        {
            floor.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }

        floor.Doors[stage]!.ReportIdle(_ticket, now);
    }
}
