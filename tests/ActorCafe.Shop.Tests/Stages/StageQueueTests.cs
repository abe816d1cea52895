using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class StageQueueTests : StageQueueKit
{
    [Fact]
    public void A_pool_answers_an_unknown_message_with_a_failure()
    {
        Open(SharedQueue, Stage());
        var asker = CreateTestProbe();

        Tell("what's on?", asker);

        asker.ExpectMsg<Status.Failure>().Cause.Message.ShouldContain("System.String");
    }

    [Fact]
    public void A_pool_ignores_an_unknown_message_without_a_sender()
    {
        Open(SharedQueue, Stage());

        Should.NotThrow(() => Tell("what's on?", ActorRefs.NoSender));
    }

    [Fact]
    public void A_closed_stage_begins_no_service()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];

        Tell(StageQueue.Close.Instance);
        Arrive(1);

        worker.HasNothing.ShouldBeTrue();
    }

    [Fact]
    public void A_worker_that_is_no_longer_wanted_when_it_joins_leaves_without_an_order()
    {
        Open(SharedQueue, Stage());
        Arrive(1);

        Tell(new StageQueue.Resize(-1));
        var late = StartWorker();

        late.Leaves();
    }

    [Fact]
    public void A_worker_on_the_way_that_is_wanted_again_serves()
    {
        Open(SharedQueue, Stage());
        Arrive(1);

        Tell(new StageQueue.Resize(-1));
        Tell(new StageQueue.Resize(+1));
        var worker = StartWorker();

        worker.Takes(1);
    }

    [Fact]
    public void A_stage_is_staffed_once_all_workers_have_started_even_if_one_has_left()
    {
        Open(SharedQueue, Stage(2));
        StartWorker().StopsWith(null);
        ExpectNothing(Root);

        StartWorker();

        Root.ExpectMsg<StageStaffed>();
    }

    [Fact]
    public void A_worker_that_read_the_clock_before_an_order_came_does_not_take_it_earlier_than_it_came()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];
        Arrive(1);
        Clock.AdvanceTo(10);
        Arrive(2);

        Clock.AdvanceTo(9);
        worker.Serves(1);

        Observer.Facts.ShouldContain("queue +1 at 10");
        Observer.Facts.ShouldContain("queue -1 at 10");
    }
}
