using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>A worker that serves in no time: it passes the order on and reports that it is idle.</summary>
internal sealed class PoolWorker(ShopContext context) : CafeActor
{
    private readonly IActorRef _pool = Context.Parent;
    private StageQueue.WorkerIdle? _idle;

    protected override void PreStart() => _pool.Tell(new StageQueue.WorkerStarted(Self), ActorRefs.Nobody);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Order order:
                PassOn(order);
                _pool.Tell(_idle!, ActorRefs.Nobody);
                break;
            case Worker.Registered registered:
                _idle = new StageQueue.WorkerIdle(registered.Slot);
                _pool.Tell(_idle, ActorRefs.Nobody);
                break;
            default:
                return false;
        }

        return true;
    }

    private void PassOn(Order order)
    {
        order.NextStep++;
        if (order.NextStage is { } next)
        {
            context.Pools[next.Index].Tell(order, ActorRefs.Nobody);
        }
        else
        {
            context.PickUpCounter.Tell(order, ActorRefs.Nobody);
        }
    }
}
