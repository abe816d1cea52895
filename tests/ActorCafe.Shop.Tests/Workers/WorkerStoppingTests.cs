using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.Workers;

public sealed class WorkerStoppingTests : CafeKit
{
    [Fact]
    public void A_waiter_stopped_while_handing_over_leaves_the_customer_in_the_pick_up_queue()
    {
        var shop = Shops.Pipeline().WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(2) });
        var (context, pool, next) = (ContextOf(shop), CreateTestProbe(), CreateTestProbe());
        context.Pools[1] = next;
        var waiter = pool.ChildActorOf(WorkerProps.Local(context, shop.Stages[0]).WithDispatcher(CallingThreadDispatcher.Id));
        waiter.Tell(OrderOf(shop));
        Clock.Fire(Clock.Pending[0]);

        waiter.Tell(PoisonPill.Instance);

        next.ExpectMsg<Order>();
        Observer.Facts.ShouldContain(fact => fact.StartsWith("awaits pick-up", StringComparison.Ordinal));
    }
}
