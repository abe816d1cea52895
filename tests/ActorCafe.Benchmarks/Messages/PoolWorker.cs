using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Pools;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Hands an order on and takes the next in line, as a worker does, but serves in no time.</summary>
internal sealed class PoolWorker(ShopFloor floor, int stage) : CafeActor
{
    /// <summary>As many as Akka gives an actor messages before it is another's turn.</summary>
    public const int AtMostInARow = 30;

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

        // Once for a message, as the workers of a shop do.
        var now = floor.Clock.Now;
        for (var inARow = 1; ; inARow++)
        {
            HandOn(order, now);
            if (inARow == AtMostInARow)
            {
                _pool.Tell(_ticket, ActorRefs.Nobody);
                return;
            }

            if (floor.Doors[stage]!.TakeNext(_ticket, now) is not { } next)
            {
                return;
            }

            order = next;
        }
    }

    private void HandOn(OrderSlip order, TimeSpan now)
    {
        order.NextStep++;
        if (floor.Blueprint.NextStage(order) is { } next)
        {
            floor.HandIn(order, next.Index, ActorRefs.Nobody, now);
        }
        else
        {
            floor.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }
    }
}
