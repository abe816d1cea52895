using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class LostWorkerTests : StageQueueKit
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

    [Theory]
    [MemberData(nameof(LineUps))]
    public void A_worker_killed_while_idle_takes_one_order_at_a_time(string lineUp)
    {
        var worker = OpenWithIdle(Named(lineUp), Stage())[0];
        worker.IsKilled();

        Come(1, 2);

        worker.Takes(1);
        worker.HasNothing.ShouldBeTrue("it is serving order 1");
    }

    [Theory]
    [MemberData(nameof(LineUps))]
    public void A_worker_killed_while_an_order_was_on_its_way_takes_that_one_and_no_other(string lineUp)
    {
        var worker = OpenWithIdle(Named(lineUp), Stage())[0];
        Come(1, 2);

        worker.IsKilled();

        worker.Takes(1);
        worker.HasNothing.ShouldBeTrue("it is serving order 1");
        worker.SayIdle();
        worker.Takes(2);
    }

    [Fact]
    public void An_order_on_its_way_to_a_worker_killed_and_then_stopped_goes_to_another()
    {
        var hands = OpenWithIdle(SharedQueue, Stage(2));
        Come(1);
        hands[0].IsKilled();

        hands[0].StopsWith(null);

        hands[1].Takes(1);
    }

    [Fact]
    public void A_customer_whose_worker_stopped_before_beginning_keeps_no_more_patience_than_before()
    {
        var hands = OpenWithIdle(SharedQueue, Stage() with { Customers = Stage().Customers with { Patience = new Deterministic(5) } });
        Come(1);
        hands[0].StopsWith(null);

        Say(new StageQueue.PatienceEnded(1));

        Counter.ExpectMsg<Order>().Outcome.ShouldBe(Outcome.Reneged);
    }
}
