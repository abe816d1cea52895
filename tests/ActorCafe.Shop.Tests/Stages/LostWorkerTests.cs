using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class LostWorkerTests : StageQueueKit
{
    [Fact]
    public void A_worker_that_failed_once_does_not_give_back_that_order_when_it_leaves()
    {
        var workers = OpenWithIdle(SharedQueue, Stage(2));
        Arrive(1, 2);
        workers[0].FailsWith(workers[0].Take());
        workers[0].Takes(1);
        workers[1].Serves(2);
        workers[0].ReportIdle();

        workers[0].StopsWith(null);

        workers[1].HasNothing.ShouldBeTrue("order 1 was served long ago");
    }

    [Theory]
    [MemberData(nameof(Disciplines))]
    public void A_worker_killed_while_idle_takes_one_order_at_a_time(string discipline)
    {
        var worker = OpenWithIdle(Named(discipline), Stage())[0];
        worker.Kill();

        Arrive(1, 2);

        worker.Takes(1);
        worker.HasNothing.ShouldBeTrue("it is serving order 1");
    }

    [Theory]
    [MemberData(nameof(Disciplines))]
    public void A_worker_killed_while_an_order_was_on_its_way_takes_that_one_and_no_other(string discipline)
    {
        var worker = OpenWithIdle(Named(discipline), Stage())[0];
        Arrive(1, 2);

        worker.Kill();

        worker.Takes(1);
        worker.HasNothing.ShouldBeTrue("it is serving order 1");
        worker.ReportIdle();
        worker.Takes(2);
    }

    [Fact]
    public void An_order_on_its_way_to_a_worker_killed_and_then_stopped_goes_to_another()
    {
        var workers = OpenWithIdle(SharedQueue, Stage(2));
        Arrive(1);
        workers[0].Kill();

        workers[0].StopsWith(null);

        workers[1].Takes(1);
    }

    [Fact]
    public void A_worker_that_stops_before_service_does_not_extend_the_customers_patience()
    {
        var workers = OpenWithIdle(SharedQueue, Stage() with { Customers = Stage().Customers with { Patience = new Deterministic(5) } });
        Clock.AdvanceTo(3);
        Arrive(1);
        Clock.AdvanceTo(4);
        workers[0].StopsWith(null);

        Clock.Pending.Single().Due.ShouldBe(TimeSpan.FromSeconds(5), "it was placed at 0");
        EndPatience(1);

        Counter.ExpectMsg<Order>().Outcome.ShouldBe(Outcome.Reneged);
    }
}
