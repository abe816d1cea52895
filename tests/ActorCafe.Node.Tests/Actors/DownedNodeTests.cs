using ActorCafe.Cluster.Settings;
using Akka.Actor;

namespace ActorCafe.Node.Tests.Actors;

public sealed class DownedNodeTests
{
    [Fact]
    public async Task A_node_that_the_others_took_for_lost_ends_with_one_line()
    {
        await using var node = await RunningMember.StartAsync([NodeRole.Machine]);
        using var other = RunningMember.Other();
        var cluster = Akka.Cluster.Cluster.Get(other);
        await cluster.JoinAsync(node.Address).WaitAsync(TimeSpan.FromSeconds(30));
        (await node.Client.GetAsync("/ready")).EnsureSuccessStatusCode();

        cluster.Down(node.Address);

        var failure = await Should.ThrowAsync<NodeFailedException>(node.Run.WaitAsync(TimeSpan.FromSeconds(30)));
        failure.Message.ShouldBe("this node is no longer a member of its cluster: the others took it for lost; start it again");
    }
}
