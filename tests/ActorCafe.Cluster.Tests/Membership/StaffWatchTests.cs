using ActorCafe.Cluster.Membership;
using Akka.Cluster;

namespace ActorCafe.Cluster.Tests.Membership;

/// <summary>The test's node is the only member of the cluster.</summary>
public sealed class StaffWatchTests() : Akka.TestKit.Xunit2.TestKit("""
    akka.actor.provider = cluster
    akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
    akka.cluster.roles = [grinder]
    """)
{
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Says_once_that_no_node_of_a_role_is_up_and_once_when_one_is()
    {
        var cluster = Akka.Cluster.Cluster.Get(Sys);

        EventFilter.Warning(message: "No node of role grinder is up: orders wait for one").ExpectOne(_limit, () =>
        {
            var watch = Sys.ActorOf(StaffWatch.Props(["grinder"], TimeSpan.Zero));
            watch.Tell(new ClusterEvent.CurrentClusterState(), TestActor);
        });
        EventFilter.Warning(message: "A node of role grinder is up: orders no longer wait for one").ExpectOne(_limit, () => cluster.Join(cluster.SelfAddress));
    }

    [Fact]
    public void Says_nothing_while_nodes_of_every_role_are_up()
    {
        var cluster = Akka.Cluster.Cluster.Get(Sys);
        cluster.Join(cluster.SelfAddress);
        AwaitAssert(() => cluster.SelfMember.Status.ShouldBe(MemberStatus.Up), _limit);

        EventFilter.Warning(contains: "No node of role").Expect(0, () =>
        {
            var watch = Sys.ActorOf(StaffWatch.Props(["grinder"], TimeSpan.Zero));
            watch.Tell(new Akka.Actor.Identify(null), TestActor);
            ExpectMsg<Akka.Actor.ActorIdentity>();
        });
    }
}
