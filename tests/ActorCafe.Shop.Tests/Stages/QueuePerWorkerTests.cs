using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class QueuePerWorkerTests : StageQueueKit
{
    [Fact]
    public void Shortest_queue_routing_counts_orders_blocked_outside_a_full_queue()
    {
        var workers = OpenWithIdle(ShortestQueue, Stage(2, stage => stage with { QueueCapacity = 0 }));

        Arrive(1, 2, 3, 4);

        workers[0].ServeAll().ShouldBe([1, 3]);
        workers[1].ServeAll().ShouldBe([2, 4]);
    }

    [Fact]
    public void An_order_blocked_at_a_leaving_workers_queue_moves_to_another_and_its_sender_stays_blocked()
    {
        // Two workers, each with one order in service, one in its queue and one blocked outside. The second worker leaves.
        var workers = OpenWithIdle(ShortestQueue, Stage(2, stage => stage with { QueueCapacity = 1 }));
        var sender = CreateTestProbe();
        Arrive(1, 2, 3, 4, 5);
        Tell(Order(6), sender);

        Tell(new StageQueue.Resize(-1));

        ExpectNothing(sender);
        workers[0].Serves(1);
        workers[0].Serves(3);
        ExpectNothing(sender);
        workers[0].Serves(4);
        workers[0].Takes(5);
        sender.ExpectMsg<Worker.Unblocked>();
    }
}
