using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class StageQueueTests : StageQueueKit
{
    [Fact]
    public void What_a_pool_does_not_know_is_answered_with_a_failure()
    {
        Open(SharedQueue, Stage());
        var asker = CreateTestProbe();

        Say("what's on?", asker);

        asker.ExpectMsg<Status.Failure>().Cause.Message.ShouldContain("System.String");
    }

    [Fact]
    public void What_a_pool_does_not_know_does_not_throw_at_one_who_wants_no_answer()
    {
        Open(SharedQueue, Stage());

        Should.NotThrow(() => Say("what's on?", ActorRefs.NoSender));
    }

    [Fact]
    public void A_closed_door_begins_nothing()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];

        Say(StageQueue.Close.Instance);
        Come(1);

        worker.HasNothing.ShouldBeTrue();
    }

    [Fact]
    public void A_stage_is_staffed_when_all_have_come_though_one_has_left()
    {
        Open(SharedQueue, Stage(2));
        Hire().StopsWith(null);
        ExpectNothing(Root);

        Hire();

        Root.ExpectMsg<CoffeeShop.Staffed>();
    }
}
