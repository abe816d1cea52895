using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Configuration;
using Akka.Event;
using Akka.Routing;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace ActorCafe.Remoting.Tests;

/// <summary>A cluster's own traffic gets through: membership, sharding with its store, remote deployment, and failures of deployed actors.</summary>
public sealed class HardenedClusterTests : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _machines = Nodes.Start(Cluster("machine"));

    public HardenedClusterTests(ITestOutputHelper output)
        : base(Cluster("front"), "cafe", output)
    {
        foreach (var system in new[] { Sys, _machines })
        {
            system.EventStream.Subscribe(Refusals, typeof(Warning));
            system.EventStream.Subscribe(Refusals, typeof(Error));
        }
    }

    private Akka.TestKit.TestProbe Refusals => field ??= CreateTestProbe("refusals");

    [Fact]
    public async Task A_cluster_forms_shards_and_deploys_and_nothing_it_says_is_refused()
    {
        await FormAsync();
        await SpeakToShardsAsync();
        await SpeakToThePoolAsync();
        await FailAnActorOverThereAsync();

        var heard = new List<string>();
        while (Refusals.HasMessages)
        {
            heard.Add((await Refusals.ReceiveOneAsync()).ToString()!);
        }

        heard.ShouldNotContain(text => text.Contains("refused") || text.Contains("erializ"));
    }

    protected override void AfterAll()
    {
        _machines.Terminate().Wait();
        base.AfterAll();
    }

    private async Task FormAsync()
    {
        var front = Akka.Cluster.Cluster.Get(Sys);
        await front.JoinAsync(front.SelfAddress);
        await Akka.Cluster.Cluster.Get(_machines).JoinAsync(front.SelfAddress);
        await AwaitConditionAsync(
            () => Task.FromResult(front.State.Members.Count(member => member.Status == Akka.Cluster.MemberStatus.Up) == 2), Patience);
    }

    // Through the proxy to an entity on the other node, and back.
    private async Task SpeakToShardsAsync()
    {
        await ClusterSharding.Get(_machines).StartAsync(
            "machine", _ => Echo.Props("machine", 0), ClusterShardingSettings.Create(_machines).WithRole("machine"), new ByEnvelope());
        var proxy = await ClusterSharding.Get(Sys).StartProxyAsync("machine", "machine", new ByEnvelope());
        proxy.Tell(new ShardingEnvelope("machine-1", new Greeting("hello")), TestActor);
        await ExpectMsgAsync(new Greeting("hello"), Patience);
    }

    private async Task SpeakToThePoolAsync()
    {
        var pool = Sys.ActorOf(Echo.Props("grinder", 3).WithRouter(FromConfig.Instance), "grinders");
        await AwaitConditionAsync(async () => (await pool.Ask<Routees>(GetRoutees.Instance, Patience)).Members.Count() == 2, Patience);
        pool.Tell(Echo.WhoAreYou, TestActor);
        await ExpectMsgAsync("grinder 3 on machine", Patience);
    }

    private async Task FailAnActorOverThereAsync()
    {
        var echo = Sys.ActorOf(Echo.Props("solo", 1).WithDeploy(new Deploy(new RemoteScope(Nodes.AddressOf(_machines)))), "solo");
        echo.Tell(Echo.WhoAreYou, TestActor);
        await ExpectMsgAsync("solo 1 on machine", Patience);

        echo.Tell(Echo.Fail, TestActor);
        echo.Tell(Echo.WhyRestarted, TestActor);
        (await ExpectMsgAsync<string>(Patience)).ShouldStartWith("RemoteException: System.AggregateException: the grinder jammed");

        await WatchAsync(echo);
        Sys.Stop(echo);
        await ExpectTerminatedAsync(echo, Patience);
    }

    private static Config Cluster(string role) => Nodes.Hardened($$"""
        test.node = {{role}}
        akka {
          actor.provider = cluster
          actor.deployment./grinders {
            router = round-robin-pool
            nr-of-instances = 2
            cluster { enabled = on, use-role = machine, max-nr-of-instances-per-node = 2, allow-local-routees = off }
          }
          cluster {
            roles = [{{role}}]
            gossip-interval = 200ms
            leader-actions-interval = 200ms
            sharding {
              state-store-mode = ddata
              remember-entities = off
              passivate-idle-entity-after = off
              distributed-data.durable.keys = []
              retry-interval = 200ms
            }
          }
        }
        """).WithFallback(ClusterSharding.DefaultConfig());

    // All messages come in a ShardingEnvelope, which Akka opens itself.
    private sealed class ByEnvelope() : HashCodeMessageExtractor(10)
    {
        public override string? EntityId(object message) => null;
    }
}
