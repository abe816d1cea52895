using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Tests.Cafe;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>A front whose workers are all its own, by the test's time. The test acts as the pool of the second stage.</summary>
public sealed class FrontRootTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly ShopSettings Shop = AtTheFront(TestShops.Pipeline());

    private static readonly NodeSettings Node = new()
    {
        Shop = Shop,
        Roles = [NodeRole.Front],
        Hostname = "127.0.0.1",
        Port = 0,
        DataFolder = "",
        Http = new HttpSettings("127.0.0.1", 0, null),
        Book = new BookSettings(BookStore.Sqlite, ""),
    };

    private readonly ShopContext _context = new(new ShopModel(Shop), new ManualClock(), NullObserver.Instance);

    public FrontRootTests()
        : base(ConfigurationFactory.ParseString($$"""
            akka.actor.provider = local
            akka.loglevel = OFF
            akka.test.single-expect-default = 30s
            akka.scheduler.implementation = "{{typeof(TestScheduler).FullName}}, {{typeof(TestScheduler).Assembly.GetName().Name}}"
            """).WithFallback(ClusterHocon.Of(Node)))
    {
    }

    [Fact]
    public void An_order_with_which_workers_failed_repeatedly_is_tried_again_after_a_while()
    {
        var root = Sys.ActorOf(FrontRoot.Props(_context, new FrontServices(incarnation: 9), new InMemoryOrderBook(), new OpenedBook([], 0), TimeProvider.System), "cafe");
        AwaitCondition(() => _context.Customers != ActorRefs.Nobody && _context.Pools.All(pool => pool is not null));
        _context.Pools[1] = TestActor;
        var order = new Order(_context.Model);
        order.Begin(7, null, 7, Shop.Menu[0], TimeSpan.Zero);
        root.Tell(new OrderFailed(order, Shop.Stages[1], new InvalidOperationException("the grinder jams")));
        // The root has taken it once it has forwarded this.
        root.Tell(OrderIntake.AwaitEmpty.Instance, TestActor);
        ExpectMsg<OrderIntake.Empty>();
        var time = (TestScheduler)Sys.Scheduler;

        time.Advance(TimeSpan.FromSeconds(29));
        HasMessages.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        ExpectMsg<Order>().ShouldBeSameAs(order);
    }

    private static ShopSettings AtTheFront(ShopSettings shop) =>
        shop with { Stages = [.. shop.Stages.Select(stage => stage with { Is = WorkerKind.Person, PoolRole = null })] };
}
