using ActorCafe.Faults.Tests.Cafe;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>SIGSTOP for 20 s: a node that is there, answers nothing, and wakes up believing that it is still a member.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class A_frozen_node(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    private readonly RunningCafe _cafe = shared.Cafe;

    [Fact]
    public Task Is_taken_for_lost_and_ends_when_it_wakes_up() =>
        Trial.RunAsync(_cafe, "machine node frozen for 20 s", output, trial => FreezeAsync(trial, trial.AnyOf(_cafe.Of("machine").Skip(1).ToArray())));

    [Fact]
    public Task Is_taken_for_lost_also_where_it_had_allotted_the_machines() =>
        Trial.RunAsync(_cafe, "coordinator's node frozen for 20 s", output, trial => FreezeAsync(trial, _cafe.Of("machine")[0]));

    private async Task FreezeAsync(Trial trial, NodeProcess node)
    {
        var time = TimeProvider.System;
        node.Send(Signal.Stop);
        var stopped = time.GetTimestamp();
        trial.MachinesUpAfter = await _cafe.MachinesUpAsync(Frozen, node);
        while (time.GetElapsedTime(stopped) < Frozen)
            await trial.OrdersAsync(10);

        node.Send(Signal.Continue);
        (await node.EndAsync(TimeSpan.FromSeconds(10))).ShouldBe(1, "so that whoever keeps it running starts it again");
        trial.MachinesUpAfter.ShouldNotBeNull().ShouldBeLessThan(MachinesUp);
    }
}
