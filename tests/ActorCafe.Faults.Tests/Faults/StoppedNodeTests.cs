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
        NodeUnderTest? front = null;
        var closed = DateTimeOffset.MinValue;
        var trial = await FaultTrial.RunAsync(_cafe, "front told to close and started again", output, async trial =>
        {
            front = _cafe.Of("front")[0];
            var told = TimeProvider.System.GetTimestamp();
            await CloseAsync(front);
            closed = TimeProvider.System.GetUtcNow();
            await _cafe.StartAsync(_cafe.FrontPlace);
            await _cafe.MachinesUpAsync(TimeSpan.FromSeconds(10));
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(told);
        });

        // Orders that it had accepted are served before it ends, unless it says otherwise: on a busy machine they take longer than a node may.
        trial.Customers.Refusals.ShouldBeGreaterThan(0);
        if (!front!.Log.Any(line => line.Contains("Closing with orders still open", StringComparison.Ordinal)))
        {
            trial.OrderAudit.Rows.Where(row => row.AcceptedAt < closed && row.EndedAt > closed).ShouldBeEmpty();
        }
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
