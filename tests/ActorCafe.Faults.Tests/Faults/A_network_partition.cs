using ActorCafe.Cluster.Tests.Conditions;
using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>A cable is pulled: two nodes are cut off from the other five, and neither side sees that it was a cable.</summary>
public sealed class A_network_partition(ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(12);

    [ConditionalFact, NeedsNetns]
    public async Task Leaves_the_larger_side_serving_and_ends_the_smaller()
    {
        await using var network = await TwoNetworks.MakeAsync();
        await using var cafe = new RunningCafe(
            ("seed", "seed"), ("grinder-1", "grinder"), ("grinder-2", "grinder"), ("machine-1", "machine"), ("machine-2", "machine"), ("machine-3", "machine"));
        foreach (var name in new[] { "front", "seed", "grinder-1", "machine-1", "machine-2" })
            cafe.Move(name, network.Here);
        foreach (var name in new[] { "grinder-2", "machine-3" })
            cafe.Move(name, network.There);

        await Trial.RunAsync(cafe, "two of seven nodes cut off", output, async trial =>
        {
            var cutOff = cafe.Nodes.Where(node => network.IsThere(node.Place)).ToArray();
            await network.CutAsync();
            trial.MachinesUpAfter = await cafe.MachinesUpAsync(MachinesUp, cutOff);
            foreach (var node in cutOff)
                (await node.EndAsync(MachinesUp)).ShouldBe(1, node.Place.Name);
            await network.MendAsync();
        });
    }
}
