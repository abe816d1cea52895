using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class QueuePerWorkerTests : StageQueueKit
{
    [Fact]
    public void Orders_outside_a_full_line_count_for_its_length_at_the_shortest_queue()
    {
        var hands = OpenWithIdle(ShortestQueue, Stage(2, stage => stage with { QueueCapacity = 0 }));

        Come(1, 2, 3, 4);

        hands[0].ServeAll().ShouldBe([1, 3]);
        hands[1].ServeAll().ShouldBe([2, 4]);
    }

    [Fact]
    public void Who_waits_outside_the_line_of_a_leaving_worker_waits_outside_anothers_and_keeps_the_giver()
    {
        // One in service, one in line and one outside at each of two workers; the second leaves.
        var hands = OpenWithIdle(ShortestQueue, Stage(2, stage => stage with { QueueCapacity = 1 }));
        var giver = CreateTestProbe();
        Come(1, 2, 3, 4, 5);
        Say(Order(6), giver);

        Say(new StageQueue.Retire(1));

        ExpectNothing(giver);
        hands[0].Serves(1);
        hands[0].Serves(3);
        ExpectNothing(giver);
        hands[0].Serves(4);
        hands[0].Takes(5);
        giver.ExpectMsg<Worker.HandedOver>();
    }
}
