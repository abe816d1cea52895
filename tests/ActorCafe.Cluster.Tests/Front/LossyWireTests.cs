using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Cluster;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>A stage of three remote workers with their links and hosts, whose messages are lost and repeated, and whose links and hosts end.</summary>
public sealed class LossyWireTests : Akka.TestKit.Xunit2.TestKit
{
    private const int Orders = 30;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ShopSettings _shop = TestShops.Pipeline();
    private readonly ShopContext _context;
    private readonly TestProbe _counter;

    // A lease of 0.6 s.
    public LossyWireTests()
        : base("""
            akka.actor.provider = cluster
            akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
            akka.cluster.failure-detector.acceptable-heartbeat-pause = 300ms
            akka.loglevel = ERROR
            cafe.dispatcher { type = Dispatcher }
            akka.test.single-expect-default = 30s
            """)
    {
        _counter = CreateTestProbe();
        var clock = new WallClock(TimeProvider.System, timeScale: 6000);
        clock.Release();
        _context = new ShopContext(new ShopModel(_shop), clock, NullObserver.Instance) { PickUpCounter = _counter, Root = CreateTestProbe() };
        new HostEnvironment(_shop, clock, TimeProvider.System).InstallIn(Sys);
        var cluster = Akka.Cluster.Cluster.Get(Sys);
        cluster.Join(cluster.SelfAddress);
        AwaitAssert(() => cluster.SelfMember.Status.ShouldBe(MemberStatus.Up), Limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_order_is_completed_exactly_once_whatever_is_lost_repeated_or_ended(int seed)
    {
        var stage = _shop.Stages[2];
        var pool = _context.Pools[2] = Sys.ActorOf(Props.Create(() => new Pool(new StageQueue(new SharedQueue()))));
        pool.Tell(new StageQueue.Open(_context, stage));
        var services = new FrontServices(incarnation: 9);
        for (var number = 1; number <= 3; number++)
        {
            var host = new HostAddress(Sys.ActorOf(Props.Create(() => new Wire(seed, number))), $"machine-{number}", number);
            Sys.ActorOf(WorkerProps.Remote(_context, stage, HostLink.Props(_context, services, _ => host)));
        }

        for (var number = 1; number <= Orders; number++)
        {
            pool.Tell(OrderToBrew(number));
        }

        var completed = new List<long>();
        _counter.FishForMessage(
            message =>
            {
                completed.AddRange(message is Order order ? [order.Number] : []);
                return completed.Count == Orders;
            },
            Limit);
        completed.Order().ShouldBe(Enumerable.Range(1, Orders).Select(number => (long)number));
    }

    private Order OrderToBrew(long number)
    {
        var order = new Order(new ShopModel(_shop));
        order.Begin(number, null, number, _shop.Menu[0], TimeSpan.Zero);
        order.NextStep = 2;
        return order;
    }

    /// <summary>The queue of the stage, which Akka's router calls elsewhere.</summary>
    private sealed class Pool(StageQueue queue) : UntypedActor
    {
        protected override void OnReceive(object message) => queue.Send(message, Sender);
    }

    /// <summary>
    /// Between a link and its host: of 100 messages it loses 20 and delivers 10 twice, replaces the host with 4, as when its node is lost, and ends the link
    /// with 2.
    /// </summary>
    private sealed class Wire(int seed, int number) : UntypedActor
    {
        private readonly Props _host = WorkerHost.Props("machine", $"machine-{number}");
        private IActorRef _link = ActorRefs.Nobody;
        private IActorRef _current = ActorRefs.Nobody;
        private long _drawn;

        protected override void PreStart() => _current = Context.ActorOf(_host);

        protected override void OnReceive(object message)
        {
            var isFromHost = Sender.Path.Parent.Equals(Self.Path);
            if (!isFromHost)
            {
                _link = Sender;
            }

            var chance = 100 * RandomStream.For((uint)seed, Purpose.Of("wire"), (1_000_000 * number) + _drawn++).NextDouble();
            var copies = chance < 20 ? 0 : chance < 30 ? 2 : 1;
            for (var copy = 0; copy < copies; copy++)
            {
                (isFromHost ? _link : _current).Tell(message, Self);
            }

            if (chance > 98)
            {
                _link.Tell(Kill.Instance, Self);
            }
            else if (chance > 94)
            {
                Context.Stop(_current);
                _current = Context.ActorOf(_host);
            }
        }
    }
}
