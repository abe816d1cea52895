using ActorCafe.Cluster.Membership;
using ActorCafe.Cluster.Tests.Cafe;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>A cluster has one front.</summary>
public sealed class OneFrontTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly string[] Fast = ["cafe.clock.time-scale=6000"];

    [Fact]
    public async Task A_second_front_with_the_same_book_stands_by_and_takes_over_when_the_first_leaves()
    {
        await using var cafe = await TestCluster.OpenAsync(["front-1", "grinder+machine", "front-2"], Fast);
        var second = cafe.ActorsOf("front-2");
        (second.Front, second.Obstacle).ShouldBe((null, $"this node is a standby for the café's front at {cafe.AddressOf("front-1")}"));
        await cafe.PlaceAsync("a");

        await cafe.LeaveAsync("front-1");

        await second.Opened.WaitAsync(Limit);
        second.Obstacle.ShouldBeNull();
        await cafe.PlaceAsync("b");
        await Eventually.TrueAsync(() => cafe.Book.Totals.Served == 2);
        cafe.Book.Totals.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_front_with_another_book_is_refused()
    {
        await using var cafe = await TestCluster.OpenAsync(["front"], Fast);

        var refusal = await Should.ThrowAsync<CafeFailedException>(cafe.StartWithBookAsync("front-2", "another"));

        refusal.Message.ShouldStartWith($"this café already has a front, at {cafe.AddressOf("front")}, with another order book");
    }

    [Fact]
    public async Task A_node_with_another_menu_is_refused_but_pool_sizes_may_differ()
    {
        await using var cafe = await TestCluster.OpenAsync(["front"], Fast);

        var refusal = await Should.ThrowAsync<CafeFailedException>(cafe.StartAsync("machine-1", "cafe.step.brew.service.mean=46s"));
        await cafe.StartAsync("machine-2", "akka.actor.deployment.\"/cafe/machine\".nr-of-instances=7");

        refusal.Message.ShouldBe(
            $"this node's shop is not that of the café it joined at {cafe.AddressOf("front")}: stages, steps or menu differ; give every node the same shop file");
    }

    /// <summary>On a busy machine Akka's listener that keeps the members is sometimes the last to learn of an event. Here it learns nothing until the node is up.</summary>
    [Fact]
    public async Task A_node_that_learns_late_who_the_members_are_waits_for_that_and_is_refused()
    {
        await using var cafe = await TestCluster.OpenAsync(["front"], Fast);
        var up = new TaskCompletionSource();
        IInternalActorRef? listener = null;
        cafe.Joining = async system =>
        {
            listener = (IInternalActorRef)await system.ActorSelection("/system/clusterEventBusListener").ResolveOne(Limit);
            listener.Suspend();
            Akka.Cluster.Cluster.Get(system).RegisterOnMemberUp(up.SetResult);
        };

        var starting = cafe.StartAsync("machine-1", "cafe.step.brew.service.mean=46s");
        await up.Task.WaitAsync(Limit);
        await Eventually.TrueAsync(() => cafe.Front.Status.Members.Count(member => member.Status == "Up") == 2);
        starting.IsCompleted.ShouldBeFalse();
        listener!.Resume();

        (await Should.ThrowAsync<CafeFailedException>(starting)).Message.ShouldStartWith("this node's shop is not that of the café it joined");
    }

    [Theory]
    [InlineData("/user/cafe/customers")]
    [InlineData("/user/cafe/waiter")]
    [InlineData("/user/front")]
    public async Task A_front_without_one_of_its_actors_fails(string path)
    {
        await using var cafe = await TestCluster.OpenAsync(["front+grinder+machine"], Fast);
        var front = cafe.ActorsOf("front+grinder+machine");

        var actor = cafe.SystemOf("front+grinder+machine").ActorSelection(path);
        await Eventually.TrueAsync(async () => (await actor.Ask<ActorIdentity>(new Identify(path), Limit)).Subject is not null);
        actor.Tell(PoisonPill.Instance);

        await front.FrontFailed.WaitAsync(Limit);
        front.Front.ShouldBeNull();
        front.Obstacle.ShouldBe("its actors have ended");
    }

    [Fact]
    public async Task A_front_whose_root_throws_fails_instead_of_starting_again_with_old_orders()
    {
        await using var cafe = await TestCluster.OpenAsync(["front+grinder+machine"], Fast);

        cafe.SystemOf("front+grinder+machine").ActorSelection("/user/cafe").Tell(Kill.Instance);

        (await cafe.ActorsOf("front+grinder+machine").FrontFailed.WaitAsync(Limit)).ShouldStartWith("the front's actors ended unexpectedly");
    }
}
