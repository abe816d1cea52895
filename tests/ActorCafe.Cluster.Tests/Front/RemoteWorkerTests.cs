using System.Collections.Immutable;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>The test is its pool, its station and the counter; the node it runs on is the only member.</summary>
public sealed class RemoteWorkerTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly HandClock _clock = new();
    private readonly ShopContext _context;
    private readonly TestProbe _pool;
    private readonly TestProbe _station;
    private readonly TestProbe _counter;
    private readonly FrontParts _parts = new(incarnation: 9);
    private readonly Akka.Cluster.Cluster _cluster;

    public RemoteWorkerTests()
        : base("""
            akka.actor.provider = cluster
            akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
            akka.cluster.min-nr-of-members = 1
            cafe.dispatcher { type = Dispatcher }
            """)
    {
        (_pool, _station, _counter) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        _context = new ShopContext(new ShopModel(Essay.Pipeline()), _clock, new Unobserved()) { PickUpCounter = _counter };
        Array.Fill(_context.Pools, _pool);
        _cluster = Akka.Cluster.Cluster.Get(Sys);
        _cluster.Join(_cluster.SelfAddress);
        AwaitAssert(() => _cluster.SelfMember.Status.ShouldBe(MemberStatus.Up), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Asks_who_is_there_until_it_is_answered_and_only_then_shows_itself_to_the_pool()
    {
        var worker = Machine();
        _station.ExpectMsg(new KitchenMessage.WhoIsThere(9));
        _station.ExpectMsg(new KitchenMessage.WhoIsThere(9));
        _pool.HasMessages.ShouldBeFalse();

        _station.Reply(new KitchenMessage.Here("machine-1", 1, null));

        _pool.ExpectMsg<WorkerTicket>().Number.ShouldBe(1);
        _parts.Machines.NodeOf("machine-1").ShouldBe(_cluster.SelfAddress.ToString());
    }

    [Fact]
    public void Has_the_order_served_and_passes_it_on_when_that_is_answered()
    {
        var worker = MachineThatIsThere();
        var order = Order();

        worker.Tell(order, ActorRefs.NoSender);
        var serve = _station.FishForMessage<KitchenMessage.Serve>(_ => true);
        _clock.AdvanceTo(50);
        _station.Reply(new KitchenMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));

        (serve.Order, serve.Drink, serve.NextStep).ShouldBe((7, "coffee", 2));
        _counter.ExpectMsg<Order>().ShouldBeSameAs(order);
        _pool.ExpectMsg<WorkerTicket>();
        _station.FishForMessage<KitchenMessage.Thanks>(thanks => thanks.Assignment == serve.Assignment);
        (order.Visits[2].Started, order.Visits[2].Finished).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(50)));
    }

    [Fact]
    public void Says_the_order_again_until_it_is_answered()
    {
        var worker = MachineThatIsThere();

        worker.Tell(Order(), ActorRefs.NoSender);

        var first = _station.FishForMessage<KitchenMessage.Serve>(_ => true);
        _station.ExpectMsg(first);
        _station.ExpectMsg(first);
    }

    [Fact]
    public void Gives_a_drink_that_is_to_be_made_again_back_to_the_pool()
    {
        var worker = MachineThatIsThere();
        worker.Tell(Order(), ActorRefs.NoSender);
        var serve = _station.FishForMessage<KitchenMessage.Serve>(_ => true);

        _station.Reply(new KitchenMessage.Served(serve.Assignment, 7, 2, 1, TimeSpan.FromSeconds(45)));

        _pool.ExpectMsg<Order>().Repetition.ShouldBe(1);
        _pool.ExpectMsg<WorkerTicket>();
    }

    [Fact]
    public void Gives_the_order_back_to_the_pool_when_its_node_cannot_be_reached()
    {
        var worker = MachineThatIsThere();
        var order = Order();
        worker.Tell(order, ActorRefs.NoSender);
        _station.FishForMessage<KitchenMessage.Serve>(_ => true);

        worker.Tell(new ClusterEvent.UnreachableMember(_cluster.SelfMember));

        _pool.ExpectMsg<Worker.Gone>().Order.ShouldBeSameAs(order);
        _station.FishForMessage<KitchenMessage.WhoIsThere>(_ => true);
    }

    [Fact]
    public void Counts_the_answer_to_an_order_that_it_gave_back_as_one_too_many()
    {
        var worker = MachineThatIsThere();
        worker.Tell(Order(), ActorRefs.NoSender);
        var serve = _station.FishForMessage<KitchenMessage.Serve>(_ => true);
        worker.Tell(new ClusterEvent.UnreachableMember(_cluster.SelfMember));
        _pool.ExpectMsg<Worker.Gone>();

        _station.Reply(new KitchenMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));
        _station.Reply(new KitchenMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));

        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
        _station.FishForMessage<KitchenMessage.Thanks>(_ => true);
        _station.FishForMessage<KitchenMessage.Thanks>(_ => true);
        _counter.HasMessages.ShouldBeFalse();
    }

    [Fact]
    public void Counts_the_answer_to_an_order_of_a_former_front_as_one_too_many()
    {
        var worker = MachineThatIsThere();

        worker.Tell(new KitchenMessage.Served(new Assignment(8, 3), 7, 3, 0, TimeSpan.FromSeconds(45)), _station);

        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
    }

    [Fact]
    public void Says_the_order_at_once_to_a_station_that_took_the_place_of_another()
    {
        var worker = MachineThatIsThere();
        worker.Tell(Order(), ActorRefs.NoSender);
        var serve = _station.FishForMessage<KitchenMessage.Serve>(_ => true);

        worker.Tell(new KitchenMessage.Here("machine-1", 2, null), _station);

        _station.ExpectMsg(serve, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Looks_for_its_station_again_when_that_has_closed()
    {
        var worker = MachineThatIsThere();

        worker.Tell(new KitchenMessage.Closed("machine-1"), _station);

        _pool.ExpectMsg<Worker.Gone>().Order.ShouldBeNull();
        _station.FishForMessage<KitchenMessage.WhoIsThere>(_ => true);
        _station.Reply(new KitchenMessage.Here("machine-1", 2, null));
        _pool.ExpectMsg<WorkerTicket>();
    }

    [Fact]
    public void Does_not_take_an_order_that_was_on_its_way_when_it_withdrew()
    {
        var worker = MachineThatIsThere();

        worker.Tell(new KitchenMessage.Closed("machine-1"), _station);
        worker.Tell(new KitchenMessage.Here("machine-1", 2, null), _station);
        worker.Tell(Order(), ActorRefs.NoSender);

        _pool.ExpectMsg<Worker.Gone>().OrdersTaken.ShouldBe(0);
        _pool.ExpectMsg<WorkerTicket>();
        worker.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
        _station.ReceiveWhile(TimeSpan.Zero, said => said as KitchenMessage.Serve).ShouldBeEmpty();
    }

    private IActorRef Machine() =>
        Sys.ActorOf(RemoteWorker.Props(_context, _context.Model.Settings.Stages[2], _parts, new Numbered(_station)));

    private IActorRef MachineThatIsThere()
    {
        var worker = Machine();
        _station.ExpectMsg<KitchenMessage.WhoIsThere>();
        _station.Reply(new KitchenMessage.Here("machine-1", 1, null));
        _pool.ExpectMsg<WorkerTicket>();
        return worker;
    }

    private Order Order()
    {
        var order = new Order(3);
        order.Begin(7, null, 7, _context.Model.Settings.Menu[0], TimeSpan.Zero);
        order.NextStep = 2;
        order.VisitTo(2).Enqueued = TimeSpan.Zero;
        return order;
    }

    private sealed class Numbered(IActorRef station) : IStationFinder
    {
        public (ICanTell Way, int? Number) StationOf(IActorRef worker) => (station, 1);
    }
}
