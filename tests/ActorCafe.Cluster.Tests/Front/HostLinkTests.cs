using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>Probes act as the worker, the host and the counter. The test's node is the only member of the cluster.</summary>
public sealed class HostLinkTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly ShopContext _context;
    private readonly TestProbe _worker;
    private readonly TestProbe _host;
    private readonly TestProbe _counter;
    private readonly FrontServices _services = new(incarnation: 9);
    private readonly Akka.Cluster.Cluster _cluster;

    public HostLinkTests()
        : base("""
            akka.actor.provider = cluster
            akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
            akka.cluster.min-nr-of-members = 1
            akka.cluster.failure-detector.acceptable-heartbeat-pause = 1s
            cafe.dispatcher { type = Dispatcher }
            akka.test.single-expect-default = 30s
            """)
    {
        (_worker, _host, _counter) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        _context = new ShopContext(new ShopModel(TestShops.Pipeline()), new ManualClock(), NullObserver.Instance) { PickUpCounter = _counter };
        _cluster = Akka.Cluster.Cluster.Get(Sys);
        _cluster.Join(_cluster.SelfAddress);
        AwaitAssert(() => _cluster.SelfMember.Status.ShouldBe(MemberStatus.Up), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Asks_where_the_host_is_until_it_is_answered_and_only_then_tells_the_worker()
    {
        Link();
        _host.ExpectMsg(new HostMessage.Locate(9));
        _host.ExpectMsg(new HostMessage.Locate(9));
        _worker.HasMessages.ShouldBeFalse();

        _host.Reply(new HostMessage.Located("machine-1", 1, null));

        _worker.ExpectMsg<RemoteService.Available>().Number.ShouldBe(1);
        _services.Machines.NodeOf("machine-1").ShouldBe(_cluster.SelfAddress.ToString());
    }

    [Fact]
    public void Has_the_order_served_and_tells_the_worker_when_that_is_answered()
    {
        var (link, epoch) = AvailableLink();

        link.Tell(Perform(epoch));
        var serve = ExpectServe();
        _host.Reply(new HostMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));

        (serve.Order, serve.Drink, serve.NextStep).ShouldBe((7, "coffee", 2));
        _worker.ExpectMsg(new RemoteService.Performed(epoch, 7, 3, 0, TimeSpan.FromSeconds(45)));
        _host.FishForMessage<HostMessage.ServedAcknowledged>(acknowledged => acknowledged.Assignment == serve.Assignment);
    }

    [Fact]
    public void Repeats_an_order_until_it_is_answered()
    {
        var (link, epoch) = AvailableLink();

        link.Tell(Perform(epoch));

        var first = ExpectServe();
        _host.ExpectMsg(first);
        _host.ExpectMsg(first);
    }

    [Fact]
    public void Is_unavailable_when_its_node_cannot_be_reached_and_looks_for_its_host()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(Perform(epoch));
        ExpectServe();

        link.Tell(new ClusterEvent.UnreachableMember(_cluster.SelfMember));

        _worker.ExpectMsg<RemoteService.Unavailable>();
        _host.FishForMessage<HostMessage.Locate>(_ => true);
    }

    [Fact]
    public void Counts_the_answer_to_an_abandoned_order_as_a_duplicate()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(Perform(epoch));
        var serve = ExpectServe();
        link.Tell(new ClusterEvent.UnreachableMember(_cluster.SelfMember));
        _worker.ExpectMsg<RemoteService.Unavailable>();

        _host.Reply(new HostMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));
        _host.Reply(new HostMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));

        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
        _host.FishForMessage<HostMessage.ServedAcknowledged>(_ => true);
        _host.FishForMessage<HostMessage.ServedAcknowledged>(_ => true);
        _counter.HasMessages.ShouldBeFalse();
    }

    [Fact]
    public void Counts_the_answer_to_an_order_of_a_former_front_as_a_duplicate()
    {
        var (link, _) = AvailableLink();

        link.Tell(new HostMessage.Served(new Assignment(8, 3), 7, 3, 0, TimeSpan.FromSeconds(45)), _host);

        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
    }

    [Fact]
    public void Counts_an_answer_to_a_former_front_once_however_often_the_host_repeats_it()
    {
        var (link, _) = AvailableLink();

        link.Tell(new HostMessage.Served(new Assignment(8, 3), 7, 3, 0, TimeSpan.FromSeconds(45)), _host);
        link.Tell(new HostMessage.Served(new Assignment(8, 3), 7, 3, 0, TimeSpan.FromSeconds(45)), _host);
        link.Tell(new HostMessage.Served(new Assignment(8, 4), 8, 3, 0, TimeSpan.FromSeconds(45)), _host);

        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
        _counter.ExpectMsg(new DurableCounter.Duplicate(8));
    }

    [Fact]
    public void Gives_back_the_order_of_a_host_that_answers_nothing_though_its_node_is_up_and_says_so_once()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(Perform(epoch));
        var serve = ExpectServe();

        EventFilter.Warning(start: "machine-1 on ", contains: " has not answered for 2 s; order 7 goes to another").ExpectOne(
            () => _worker.ExpectMsg<RemoteService.Unavailable>());

        _host.FishForMessage<HostMessage.Locate>(_ => true);
        _services.Machines.NodeOf("machine-1").ShouldBeNull();
        _host.Reply(new HostMessage.Located("machine-1", 1, serve.Assignment));
        _worker.ExpectMsg<RemoteService.Available>().Epoch.ShouldBeGreaterThan(epoch);
        _host.Reply(new HostMessage.Served(serve.Assignment, 7, 3, 0, TimeSpan.FromSeconds(45)));
        _counter.ExpectMsg(new DurableCounter.Duplicate(7));
    }

    [Fact]
    public void Leaves_an_order_with_a_host_that_answers_however_long_its_service_takes()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(Perform(epoch));

        // Longer than the lease, which is 2 s here.
        for (var answered = 0; answered < 7; answered++)
        {
            _host.Reply(new HostMessage.Taken(ExpectServe().Assignment));
        }

        _worker.HasMessages.ShouldBeFalse();
    }

    [Fact]
    public void Tells_the_order_at_once_to_a_host_that_has_replaced_another()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(Perform(epoch));
        var serve = ExpectServe();

        link.Tell(new HostMessage.Located("machine-1", 2, null), _host);

        // The link answers after what it was told before.
        link.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
        _host.HasMessages.ShouldBeTrue();
        _host.ExpectMsg(serve);
    }

    [Fact]
    public void Looks_for_its_host_again_when_that_has_closed()
    {
        var (link, epoch) = AvailableLink();

        link.Tell(new HostMessage.Closed("machine-1"), _host);

        _worker.ExpectMsg<RemoteService.Unavailable>();
        _host.FishForMessage<HostMessage.Locate>(_ => true);
        _host.Reply(new HostMessage.Located("machine-1", 2, null));
        _worker.ExpectMsg<RemoteService.Available>().Epoch.ShouldBeGreaterThan(epoch);
    }

    [Fact]
    public void Ignores_an_order_of_an_earlier_epoch()
    {
        var (link, epoch) = AvailableLink();
        link.Tell(new HostMessage.Closed("machine-1"), _host);
        link.Tell(new HostMessage.Located("machine-1", 2, null), _host);

        link.Tell(Perform(epoch));

        link.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
        _host.ReceiveWhile(TimeSpan.Zero, said => said as HostMessage.Serve).ShouldBeEmpty();
    }

    /// <summary>A node with another shop is up until it has been refused, and the pool may have deployed hosts there.</summary>
    [Fact]
    public async Task Does_not_take_a_host_on_a_node_with_another_shop()
    {
        var config = ConfigurationFactory.ParseString("akka.cluster.roles = [shop-another]").WithFallback(Sys.Settings.Config);
        using var another = ActorSystem.Create(Sys.Name, config);
        var node = Akka.Cluster.Cluster.Get(another);
        node.Join(_cluster.SelfAddress);
        await Eventually.TrueAsync(() => _cluster.State.Members.Count(member => member.Status == MemberStatus.Up) == 2);
        var link = Link();
        _host.ExpectMsg<HostMessage.Locate>();

        link.Tell(new HostMessage.Located("machine-1", 1, null), ((ExtendedActorSystem)Sys).Provider.ResolveActorRef($"{node.SelfAddress}/user/host"));

        _host.ExpectMsg<HostMessage.Locate>();
        _host.ExpectMsg<HostMessage.Locate>();
        _worker.HasMessages.ShouldBeFalse();
        await another.Terminate();
    }

    private IActorRef Link() => _worker.ChildActorOf(HostLink.Props(_context, _services, _ => new HostAddress(_host, "machine-1", 1)));

    private (IActorRef Link, long Epoch) AvailableLink()
    {
        var link = Link();
        _host.ExpectMsg<HostMessage.Locate>();
        _host.Reply(new HostMessage.Located("machine-1", 1, null));
        return (link, _worker.ExpectMsg<RemoteService.Available>().Epoch);
    }

    private HostMessage.Serve ExpectServe() => _host.FishForMessage<HostMessage.Serve>(_ => true);

    private RemoteService.Perform Perform(long epoch) => new(epoch, 7, _context.Model.Settings.Menu[0], 2, 0);
}
