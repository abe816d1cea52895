using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Pools;

namespace ActorCafe.Shop.Tests.Pools;

public sealed class Lost_workers : DoorKit
{
    [Fact]
    public void A_worker_that_failed_once_leaves_later_without_an_order_of_long_ago()
    {
        var hands = OpenWithIdle(SharedQueue, Stage(2));
        Come(1, 2);
        hands[0].FailsWith(hands[0].Take());
        hands[0].Takes(1);
        hands[1].Serves(2);
        hands[0].SayIdle();

        hands[0].StopsWith(null);

        hands[1].HasNothing.ShouldBeTrue("order 1 was served long ago");
    }

    [Fact]
    public void A_customer_whose_worker_stopped_before_beginning_keeps_no_more_patience_than_before()
    {
        var hands = OpenWithIdle(SharedQueue, Stage() with { Customers = Stage().Customers with { Patience = new Deterministic(5) } });
        Come(1);
        hands[0].StopsWith(null);

        Say(new StageDoor.PatienceEnded(1));

        Counter.ExpectMsg<OrderSlip>(TimeSpan.FromSeconds(0.5)).Outcome.ShouldBe(Outcome.Reneged);
    }
}
