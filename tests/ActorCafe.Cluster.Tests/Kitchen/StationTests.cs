using ActorCafe.Cluster.Kitchen;
using Akka.Actor;
using Akka.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Cluster.Tests.Kitchen;

/// <summary>Times are moved by hand: that of the shop (service), of the wall (leases), and of the actor system (saying again).</summary>
public sealed class StationTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);
    private readonly HandClock _shop = new();
    private readonly FakeTimeProvider _wall = new();

    public StationTests()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            cafe.dispatcher { type = Dispatcher }
            """)
    {
        new KitchenTools(Essay.Pipeline(), _shop, _wall).InstallIn(Sys);
    }

    private TestScheduler System => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Takes_an_order_serves_it_and_says_what_is_to_be_done_next()
    {
        var machine = Machine();

        machine.Tell(Brew(1), TestActor);
        ExpectMsg(new KitchenMessage.Taken(Given(1)));
        Serve();

        ExpectMsg(new KitchenMessage.Served(Given(1), 7, 3, 0, TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public void Says_its_answer_again_until_it_is_thanked()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();
        Serve();
        ExpectMsg<KitchenMessage.Served>();

        System.Advance(TimeSpan.FromSeconds(1));
        ExpectMsg<KitchenMessage.Served>();
        machine.Tell(new KitchenMessage.Thanks(Given(1)), TestActor);
        machine.Tell(new KitchenMessage.WhoIsThere(1), TestActor);
        ExpectMsg<KitchenMessage.Here>().InHand.ShouldBeNull();

        System.Advance(TimeSpan.FromSeconds(10));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Does_not_serve_again_what_it_is_told_again()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();

        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();
        Serve();
        ExpectMsg<KitchenMessage.Served>();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Served>();
        machine.Tell(new KitchenMessage.Thanks(Given(1)), TestActor);
        machine.Tell(Brew(1), TestActor);

        machine.Tell(new KitchenMessage.WhoIsThere(1), TestActor);
        ExpectMsg<KitchenMessage.Here>().InHand.ShouldBeNull();
    }

    [Fact]
    public void Lets_an_order_go_for_a_later_one_and_never_takes_up_an_earlier()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg(new KitchenMessage.Taken(Given(1)));
        AwaitAssert(() => _shop.Pending.Count.ShouldBe(1));

        machine.Tell(Brew(2), TestActor);
        ExpectMsg(new KitchenMessage.Taken(Given(2)));
        machine.Tell(Brew(1), TestActor);
        Serve(begun: 2);

        ExpectMsg<KitchenMessage.Served>().Assignment.ShouldBe(Given(2));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Drops_an_order_when_it_has_not_heard_of_it_for_the_whole_lease()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();

        _wall.Advance(Lease + TimeSpan.FromMilliseconds(1));
        Serve();

        ExpectMsg<KitchenMessage.GivenBack>().Reason.ShouldBe("the lease ran out");
    }

    [Fact]
    public void Keeps_an_order_whose_lease_is_renewed()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();
        _wall.Advance(Lease);
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();

        _wall.Advance(Lease);
        Serve();

        ExpectMsg<KitchenMessage.Served>();
    }

    [Fact]
    public void Gives_back_what_its_shop_does_not_know()
    {
        var machine = Machine();

        machine.Tell(Brew(1) with { Drink = "tea" }, TestActor);
        ExpectMsg<KitchenMessage.GivenBack>().Reason.ShouldBe("this node's shop has no step 3 of tea at machine");
        machine.Tell(Brew(2) with { NextStep = 0 }, TestActor);
        ExpectMsg<KitchenMessage.GivenBack>().Reason.ShouldBe("this node's shop has no step 1 of coffee at machine");
        machine.Tell(Brew(3) with { NextStep = -1 }, TestActor);
        ExpectMsg<KitchenMessage.GivenBack>();
    }

    [Fact]
    public void Tells_who_it_is_and_what_it_has_in_hand()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();

        machine.Tell(new KitchenMessage.WhoIsThere(1), TestActor);

        ExpectMsg(new KitchenMessage.Here("machine-3", machine.Path.Uid, Given(1)));
    }

    [Fact]
    public void Gives_back_what_it_has_in_hand_when_it_closes()
    {
        var machine = Machine();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<KitchenMessage.Taken>();

        machine.Tell(Station.Close.Instance);

        ExpectMsg<KitchenMessage.GivenBack>().Assignment.ShouldBe(Given(1));
    }

    [Fact]
    public void Makes_itself_known_to_the_pool_that_deployed_it_until_the_front_asks()
    {
        var pool = CreateTestProbe();
        var grinder = pool.ChildActorOf(Station.Props("grinder"));
        AwaitAssert(() =>
        {
            System.Advance(TimeSpan.FromMilliseconds(500));
            pool.HasMessages.ShouldBeTrue();
        });

        grinder.Tell(new KitchenMessage.WhoIsThere(1), TestActor);
        ExpectMsg<KitchenMessage.Here>();
        while (pool.HasMessages)
        {
            pool.ReceiveOne();
        }

        System.Advance(TimeSpan.FromSeconds(5));

        pool.ExpectNoMsg(TimeSpan.Zero);
    }

    private static Assignment Given(long number) => new(1, number);

    private static KitchenMessage.Serve Brew(long assignment) => new(Given(assignment), 7, "coffee", 2, 0, Lease, null);

    private IActorRef Machine() => Sys.ActorOf(Station.Props("machine", "machine-3"));

    /// <summary>Lets the time of the brew pass, as soon as a worker has begun the last one told.</summary>
    private void Serve(int begun = 1)
    {
        AwaitAssert(() => _shop.Pending.Count.ShouldBe(begun));
        _shop.Fire(_shop.Pending[^1]);
    }
}
