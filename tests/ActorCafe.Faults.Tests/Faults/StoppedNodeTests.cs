using ActorCafe.Faults.Tests.Cafe;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>SIGTERM: a node hands over and exits within 5 s, and no customer waits longer than 3 s because of it.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class StoppedNodeTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan Closed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Its_machines_go_to_the_others() =>
        HandOverAsync("machine node told to close", trial => trial.AnyOf(_cafe.Of("machine").Skip(1).ToArray()));

    [Fact]
    public Task Its_machines_go_to_the_others_even_if_it_held_the_shard_coordinator() =>
        HandOverAsync("coordinator's node told to close", _ => _cafe.Of("machine")[0]);

    [Fact]
    public Task Its_grinders_give_back_what_they_have_not_ground() =>
        HandOverAsync("grinder node told to close", trial => trial.AnyOf(_cafe.Of("grinder")));

    [Fact]
    public Task A_stopped_seed_affects_no_order() =>
        HandOverAsync("seed told to close", _ => _cafe.Of("seed")[0]);

    [Fact]
    public async Task A_front_drains_and_accepts_no_more_orders()
    {
        var closed = DateTimeOffset.MinValue;
        var trial = await FaultTrial.RunAsync(_cafe, "front told to close and started again", output, async trial =>
        {
            var told = TimeProvider.System.GetTimestamp();
            await CloseAsync(_cafe.Of("front")[0]);
            closed = TimeProvider.System.GetUtcNow();
            await _cafe.StartAsync(_cafe.FrontPlace);
            await _cafe.MachinesUpAsync(TimeSpan.FromSeconds(10));
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(told);
        });

        // Orders it had accepted. Rejected ones wait for the next front, however long that takes.
        trial.OrderAudit.LongestInside(acceptedBefore: closed).ShouldBeLessThan(LongestWait);
    }

    private async Task HandOverAsync(string fault, Func<FaultTrial, NodeUnderTest> choose)
    {
        var trial = await FaultTrial.RunAsync(_cafe, fault, output, async trial =>
        {
            var told = TimeProvider.System.GetTimestamp();
            var node = choose(trial);
            await CloseAsync(node);
            await _cafe.MachinesUpAsync(TimeSpan.FromSeconds(10));
            if (node.Place.Role == "machine")
            {
                trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(told);
            }
        });
        trial.OrderAudit.Longest.ShouldBeLessThan(LongestWait);
    }

    internal static async Task CloseAsync(NodeUnderTest node)
    {
        node.Send(Signal.Terminate);
        (await node.EndAsync(Closed)).ShouldBe(0, node.Place.Name);
    }
}
