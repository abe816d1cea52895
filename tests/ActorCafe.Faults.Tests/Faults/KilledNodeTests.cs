using ActorCafe.Faults.Tests.Cafe;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>SIGKILL: a node disappears without warning.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class KilledNodeTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(10);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Its_machines_are_up_elsewhere_in_10_s_and_every_order_is_served_once() =>
        FaultTrial.RunAsync(_cafe, "machine node killed", output, trial => KillAsync(trial, trial.AnyOf(_cafe.Of("machine").Skip(1).ToArray())));

    [Fact]
    public Task Its_machines_are_up_elsewhere_in_10_s_even_if_it_held_the_shard_coordinator() =>
        FaultTrial.RunAsync(_cafe, "coordinator's node killed", output, trial => KillAsync(trial, _cafe.Of("machine")[0]));

    [Fact]
    public Task The_remaining_grinders_take_over_its_work() =>
        FaultTrial.RunAsync(_cafe, "grinder node killed", output, trial => KillAsync(trial, trial.AnyOf(_cafe.Of("grinder"))));

    [Fact]
    public Task A_restarted_front_finds_the_others_and_serves_open_orders() =>
        FaultTrial.RunAsync(_cafe, "front killed and restarted", output, async trial =>
        {
            await KillNowAsync(_cafe.Of("front")[0]);
            var killed = TimeProvider.System.GetTimestamp();
            await _cafe.StartAsync(_cafe.FrontPlace);
            await _cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(killed);
        });

    [Fact]
    public Task A_second_loss_five_seconds_later_brings_down_no_other_node() =>
        FaultTrial.RunAsync(_cafe, "two nodes killed, 5 s apart", output, async trial =>
        {
            var first = trial.AnyOf(_cafe.Of("machine"));
            var second = trial.AnyOf(_cafe.Of("machine").Except([first]).Concat(_cafe.Of("grinder")).ToArray());
            await KillNowAsync(first);
            await trial.OrdersAsync(5 * Outside.SteadyCustomers.PerSecond);
            await KillAsync(trial, second);
            foreach (var node in _cafe.Of("machine").Concat(_cafe.Of("grinder")).Concat(_cafe.Of("seed")))
            {
                node.IsRunning.ShouldBeTrue(node.Place.Name);
            }
        });

    private async Task KillAsync(FaultTrial trial, NodeUnderTest node)
    {
        await KillNowAsync(node);
        var after = await _cafe.MachinesUpAsync(MachinesUp);
        if (node.Place.Role == "machine")
        {
            trial.MachinesUpAfter = after;
        }
    }

    private static async Task KillNowAsync(NodeUnderTest node)
    {
        node.Send(Signal.Kill);
        await node.EndAsync(TimeSpan.FromSeconds(5));
    }
}
