using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Passes an order on and is idle again, as a worker is, but serves in no time.</summary>
internal sealed class PoolWorker(ShopContext context) : CafeActor
{
    private readonly WorkerTicket _ticket = new(Context.Self);
    private readonly IActorRef _pool = Context.Parent;

    protected override void PreStart() => _pool.Tell(_ticket, ActorRefs.Nobody);

    protected override void OnReceive(object message)
    {
        if (message is not Order order)
        {
            Unhandled(message);
            return;
        }

        HandOn(order);
        _pool.Tell(_ticket, ActorRefs.Nobody);
    }

    private void HandOn(Order order)
    {
        order.NextStep++;
        if (context.Model.NextStage(order) is { } next)
        {
            context.Pools[next.Index].Tell(order, ActorRefs.Nobody);
        }
        else
        {
            context.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }
    }
}
