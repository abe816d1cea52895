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
}
