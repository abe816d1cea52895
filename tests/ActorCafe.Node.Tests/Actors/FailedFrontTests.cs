using ActorCafe.Cluster.Settings;
using Akka.Actor;

namespace ActorCafe.Node.Tests.Actors;

public sealed class FailedFrontTests
{
    [Fact]
    public async Task A_front_whose_actors_are_killed_over_the_wire_ends_with_one_line()
    {
        await using var node = await RunningMember.StartAsync([NodeRole.Front]);
        using var stranger = RunningMember.Other();

        stranger.ActorSelection(new RootActorPath(node.Address) / "user" / "cafe").Tell(Kill.Instance);

        var failure = await Should.ThrowAsync<NodeFailedException>(node.Run.WaitAsync(TimeSpan.FromSeconds(30)));
        failure.Message.ShouldBe(
            "the front's actors ended unexpectedly, and the log says why; start the node again: every order it accepted is in its book");
    }
}
