namespace ActorCafe.Shop.Tests.Pools;

public sealed class Own_lines : DoorKit
{
    [Fact]
    public void Orders_outside_a_full_line_count_for_its_length_at_the_shortest_queue()
    {
        var hands = OpenWithIdle(ShortestQueue, Stage(2, stage => stage with { QueueCapacity = 0 }));

        Come(1, 2, 3, 4);

        hands[0].ServeAll().ShouldBe([1, 3]);
        hands[1].ServeAll().ShouldBe([2, 4]);
    }
}
