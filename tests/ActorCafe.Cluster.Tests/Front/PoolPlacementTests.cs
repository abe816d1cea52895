using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>No node of the pool's role is up.</summary>
public sealed class PoolPlacementTests() : Akka.TestKit.Xunit2.TestKit("""
    akka.actor.provider = cluster
    akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
    cafe.dispatcher { type = Dispatcher }
    """)
{
    [Fact]
    public void Tells_the_host_of_a_worker_that_has_ended_to_close_until_it_does_because_the_message_may_be_lost()
    {
        var context = new ShopContext(new ShopModel(TestShops.Pipeline()), new ManualClock(), NullObserver.Instance);
        context.Pools[1] = CreateTestProbe();
        var placement = Sys.ActorOf(PoolPlacement.Props(context, context.Model.Settings.Stages[1], new FrontServices(incarnation: 9)));
        var host = new DeafHost(Sys);
        placement.Tell(new HostMessage.Located("", 1, null), host);
        AwaitAssert(() => host.Asked.ShouldBeGreaterThan(0));

        Sys.ActorSelection(placement.Path / "*").Tell(PoisonPill.Instance);

        AwaitAssert(() => host.ToldToClose.ShouldBeGreaterThan(1), TimeSpan.FromSeconds(20));
    }

    /// <summary>A host that no message reaches.</summary>
    private sealed class DeafHost(ActorSystem system) : MinimalActorRef
    {
        private int _asked;
        private int _toldToClose;

        public int Asked => Volatile.Read(ref _asked);

        public int ToldToClose => Volatile.Read(ref _toldToClose);

        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "deaf-host";

        public override IActorRefProvider Provider { get; } = ((ExtendedActorSystem)system).Provider;

        protected override void TellInternal(object message, IActorRef sender) => _ = message switch
        {
            HostMessage.Locate => Interlocked.Increment(ref _asked),
            PoisonPill => Interlocked.Increment(ref _toldToClose),
            _ => 0,
        };
    }
}
