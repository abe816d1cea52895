using ActorCafe.Faults.Tests.Cafe;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>SIGSTOP for 20 s: a node that exists, does not respond, and resumes as if it were still a member.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class FrozenNodeTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Is_considered_lost_and_ends_when_it_resumes() =>
        FaultTrial.RunAsync(_cafe, "machine node frozen for 20 s", output, trial => FreezeAsync(trial, trial.AnyOf(_cafe.Of("machine").Skip(1).ToArray())));

    [Fact]
    public Task Is_considered_lost_even_if_it_holds_the_shard_coordinator() =>
        FaultTrial.RunAsync(_cafe, "coordinator's node frozen for 20 s", output, trial => FreezeAsync(trial, _cafe.Of("machine")[0]));

    /// <summary>It holds the order book, so no other front can take over before it has ended.</summary>
    [Fact]
    public Task Ends_as_the_front_too_and_its_restart_serves_open_orders() =>
        FaultTrial.RunAsync(_cafe, "front frozen for 20 s, then restarted", output, async trial =>
        {
            var front = _cafe.Of("front")[0];
            front.Send(Signal.Stop);
            await trial.OrdersAsync((int)Frozen.TotalSeconds * Outside.SteadyCustomers.PerSecond);
            front.Send(Signal.Continue);
            var awake = TimeProvider.System.GetTimestamp();
            await EndAsync(front, TimeSpan.FromSeconds(20));
            await _cafe.StartAsync(_cafe.FrontPlace);
            await _cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(awake);
        });

    private async Task FreezeAsync(FaultTrial trial, NodeUnderTest node)
    {
        var time = TimeProvider.System;
        node.Send(Signal.Stop);
        var stopped = time.GetTimestamp();
        trial.MachinesUpAfter = await _cafe.MachinesUpAsync(Frozen, node);
        while (time.GetElapsedTime(stopped) < Frozen)
        {
            await trial.OrdersAsync(10);
        }

        node.Send(Signal.Continue);
        await EndAsync(node, TimeSpan.FromSeconds(10));
        trial.MachinesUpAfter.ShouldNotBeNull().ShouldBeLessThan(MachinesUp);
    }

    private static async Task EndAsync(NodeUnderTest node, TimeSpan patience) =>
        (await node.EndAsync(patience)).ShouldBe(1, "so that whoever keeps it running starts it again");
}
