using ActorCafe.Cluster.Hosts;
using Akka.Actor;
using Akka.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Cluster.Tests.Hosts;

/// <summary>The test advances three clocks: shop time (service), wall time (leases) and the actor system's scheduler (repetitions).</summary>
public sealed class WorkerHostTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);
    private readonly ManualClock _shop = new();
    private readonly FakeTimeProvider _wall = new();

    public WorkerHostTests()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            cafe.dispatcher { type = Dispatcher }
            akka.test.single-expect-default = 30s
            """)
    {
        new HostEnvironment(TestShops.Pipeline(), _shop, _wall).InstallIn(Sys);
    }

    private TestScheduler System => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Takes_an_order_serves_it_and_answers_with_the_next_step()
    {
        var machine = Machine();

        machine.Tell(Brew(1), TestActor);
        ExpectMsg(new HostMessage.Taken(Given(1)));
        Serve();

        ExpectMsg(new HostMessage.Served(Given(1), 7, 3, 0, TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public void Repeats_its_answer_until_it_is_acknowledged()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();
        Serve();
        ExpectMsg<HostMessage.Served>();

        System.Advance(TimeSpan.FromSeconds(1));
        ExpectMsg<HostMessage.Served>();
        machine.Tell(new HostMessage.ServedAcknowledged(Given(1)), TestActor);
        machine.Tell(new HostMessage.Locate(1), TestActor);
        ExpectMsg<HostMessage.Located>().InHand.ShouldBeNull();

        System.Advance(TimeSpan.FromSeconds(10));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Serves_an_order_once_even_if_it_is_repeated()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();

        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();
        Serve();
        ExpectMsg<HostMessage.Served>();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Served>();
        machine.Tell(new HostMessage.ServedAcknowledged(Given(1)), TestActor);
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.GivenBack>();

        machine.Tell(new HostMessage.Locate(1), TestActor);
        ExpectMsg<HostMessage.Located>().InHand.ShouldBeNull();
    }

    [Fact]
    public void Drops_an_order_for_a_later_one_and_gives_an_earlier_one_back()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg(new HostMessage.Taken(Given(1)));
        AwaitAssert(() => _shop.Pending.Count.ShouldBe(1));

        machine.Tell(Brew(2), TestActor);
        ExpectMsg(new HostMessage.Taken(Given(2)));
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.GivenBack>().Assignment.ShouldBe(Given(1));
        Serve(begun: 2);

        ExpectMsg<HostMessage.Served>().Assignment.ShouldBe(Given(2));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Drops_an_order_whose_lease_has_expired()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();

        _wall.Advance(Lease + TimeSpan.FromMilliseconds(1));
        Serve();

        ExpectMsg<HostMessage.GivenBack>().Reason.ShouldBe("the lease ran out");
    }

    [Fact]
    public void Says_again_that_it_gave_an_order_back_because_the_first_message_may_be_lost()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();
        _wall.Advance(Lease + TimeSpan.FromMilliseconds(1));
        Serve();
        ExpectMsg<HostMessage.GivenBack>();

        machine.Tell(Brew(1), TestActor);

        ExpectMsg<HostMessage.GivenBack>().Assignment.ShouldBe(Given(1));
    }

    [Fact]
    public void Keeps_an_order_whose_lease_is_renewed()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();
        _wall.Advance(Lease);
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();

        _wall.Advance(Lease);
        Serve();

        ExpectMsg<HostMessage.Served>();
    }

    [Fact]
    public void Gives_back_an_order_that_its_shop_does_not_know()
    {
        var machine = Machine();

        machine.Tell(Brew(1) with { Drink = "tea" }, TestActor);
        ExpectMsg<HostMessage.GivenBack>().Reason.ShouldBe("this node's shop has no step 3 of tea at machine");
        machine.Tell(Brew(2) with { NextStep = 0 }, TestActor);
        ExpectMsg<HostMessage.GivenBack>().Reason.ShouldBe("this node's shop has no step 1 of coffee at machine");
        machine.Tell(Brew(3) with { NextStep = -1 }, TestActor);
        ExpectMsg<HostMessage.GivenBack>();
    }

    [Fact]
    public void Reports_its_name_and_its_current_order()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();

        machine.Tell(new HostMessage.Locate(1), TestActor);

        ExpectMsg(new HostMessage.Located("machine-3", machine.Path.Uid, Given(1)));
    }

    [Fact]
    public void Gives_back_its_current_order_when_it_stops()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();

        machine.Tell(PoisonPill.Instance);

        ExpectMsg<HostMessage.GivenBack>().Assignment.ShouldBe(Given(1));
    }

    [Fact]
    public void Announces_itself_to_the_pool_that_deployed_it_until_the_front_asks()
    {
        var pool = CreateTestProbe();
        var grinder = pool.ChildActorOf(WorkerHost.Props("grinder"));
        AwaitAssert(() =>
        {
            System.Advance(TimeSpan.FromMilliseconds(500));
            pool.HasMessages.ShouldBeTrue();
        });

        grinder.Tell(new HostMessage.Locate(1), TestActor);
        ExpectMsg<HostMessage.Located>();
        while (pool.HasMessages)
        {
            pool.ReceiveOne();
        }

        System.Advance(TimeSpan.FromSeconds(5));

        pool.ExpectNoMsg(TimeSpan.Zero);
    }

    private static Assignment Given(long number) => new(1, number);

    private static HostMessage.Serve Brew(long assignment) => new(Given(assignment), 7, "coffee", 2, 0, Lease, null);

    private IActorRef Machine() => Sys.ActorOf(WorkerHost.Props("machine", "machine-3"));

    /// <summary>Completes the last service that has begun, once this many have begun.</summary>
    private void Serve(int begun = 1)
    {
        AwaitAssert(() => _shop.Pending.Count.ShouldBe(begun));
        _shop.Fire(_shop.Pending[^1]);
    }
}
