using ActorCafe.Faults.Tests.Cafe;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Nodes are added and removed deliberately while customers order.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class RollingChangeTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(10);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [Fact]
    public Task Gives_a_node_that_joins_its_share_of_the_machines() =>
        FaultTrial.RunAsync(_cafe, "machine node joins", output, async trial =>
        {
            var place = _cafe.Add("machine-4", "machine");
            var node = await _cafe.StartAsync(place);
            trial.MachinesUpAfter = await _cafe.MachinesUpAsync(MachinesUp);
            await trial.OrdersAsync(400);
            await StoppedNodeTests.CloseAsync(node);
            _cafe.GiveUp(place);
            await _cafe.MachinesUpAsync(MachinesUp);
        });

    [Fact]
    public Task Loses_nothing_when_every_node_is_replaced_by_a_newer_one() =>
        FaultTrial.RunAsync(_cafe, "every node replaced, one by one", output, async trial =>
        {
            foreach (var node in _cafe.Nodes.ToArray())
            {
                await StoppedNodeTests.CloseAsync(node);
                await _cafe.StartAsync(node.Place);
                await _cafe.MachinesUpAsync(MachinesUp);
                await trial.OrdersAsync(100);
            }
        });
}
