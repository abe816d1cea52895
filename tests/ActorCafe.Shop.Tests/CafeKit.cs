using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorCafe.Shop.Tests;

/// <summary>
/// A café whose actors run on the calling thread, with a manual clock and probes as neighbours. Every message that a test sends has been
/// handled when the call returns.
/// </summary>
public abstract class CafeKit : TestKit
{
    protected const string Quiet = """
        akka { loglevel = off, stdout-loglevel = off, log-dead-letters = off }
        """;

    private const string OnCallingThread = """
        cafe.dispatcher { type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit" }
        """;

    protected CafeKit()
        : base(ConfigurationFactory.ParseString(Quiet + "\n" + OnCallingThread))
    {
    }

    private protected CafeKit(Config config)
        : base(config)
    {
    }

    private protected ManualClock Clock { get; } = new();

    private protected RecordingObserver Observer { get; } = new();

    /// <summary>Creates a context with a probe for every neighbour.</summary>
    private protected ShopContext ContextOf(ShopSettings shop)
    {
        var context = new ShopContext(new ShopModel(shop), Clock, Observer)
        {
            Root = CreateTestProbe().Ref,
            Customers = CreateTestProbe().Ref,
            PickUpCounter = CreateTestProbe().Ref,
        };
        for (var stage = 0; stage < context.Pools.Length; stage++)
        {
            context.Pools[stage] = CreateTestProbe().Ref;
        }

        return context;
    }

    private protected static Order OrderOf(ShopSettings shop, long number = 1, int drink = 0, double placed = 0)
    {
        var order = new Order(new ShopModel(shop));
        order.Begin(number, null, number, shop.Menu[drink], TimeSpan.FromSeconds(placed));
        return order;
    }

    private protected static void ExpectNothing(params TestProbe[] probes)
    {
        foreach (var probe in probes)
        {
            probe.HasMessages.ShouldBeFalse();
        }
    }

    private protected IActorRef OnThisThread(Props props) =>
        CreateTestProbe().ChildActorOf(props.WithDispatcher(CallingThreadDispatcher.Id));
}
