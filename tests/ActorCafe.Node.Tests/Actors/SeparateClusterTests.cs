using ActorCafe.Cli.Clusters;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Actors;

/// <summary>A node that starts while it cannot reach the others forms a cluster of its own, until it reaches them.</summary>
public sealed class SeparateClusterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyList<int> _known = FreePorts.Find(3);

    [Fact]
    public async Task A_node_that_finds_those_it_knew_in_a_larger_cluster_ends_with_one_line()
    {
        await using var apart = await RunningMember.StartAsync([NodeRole.Seed], knew: _known);
        await using var joined = await RunningMember.StartAsync([NodeRole.Machine], apart);

        await using var first = await RunningMember.StartAsync([NodeRole.Seed], port: _known[0]);
        await using var second = await RunningMember.StartAsync([NodeRole.Machine], first, port: _known[1]);
        await using var third = await RunningMember.StartAsync([NodeRole.Machine], first, port: _known[2]);

        var failure = await Should.ThrowAsync<NodeFailedException>(apart.Run.WaitAsync(Patience));
        failure.Message.ShouldMatch(
            "^this node could not reach akka.tcp://actorcafe@127.0.0.1:[0-9]+ when it started, and formed a separate cluster; restart it to join the other one$");
        await Should.ThrowAsync<NodeFailedException>(joined.Run.WaitAsync(Patience), "whoever joined it is to look for the others too");
        new[] { first, second, third }.ShouldAllBe(node => !node.Run.IsCompleted);
    }

    [Fact]
    public async Task Those_it_knew_are_no_reason_to_end_where_they_join_it_or_are_fewer()
    {
        await using var first = await RunningMember.StartAsync([NodeRole.Seed], knew: _known);
        await using var joining = await RunningMember.StartAsync([NodeRole.Machine], first, port: _known[0]);
        await using var alone = await RunningMember.StartAsync([NodeRole.Seed], port: _known[1]);

        // Longer than the interval at which it looks for them.
        await Should.ThrowAsync<TimeoutException>(Task.WhenAny(first.Run, joining.Run, alone.Run).WaitAsync(TimeSpan.FromSeconds(8)));
    }
}
