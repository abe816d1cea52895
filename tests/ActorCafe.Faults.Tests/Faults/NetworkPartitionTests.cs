using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>A cable is pulled: two and five nodes are partitioned, and neither side can tell that it was a cable.</summary>
public sealed class NetworkPartitionTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(12);

    /// <summary>Detected and downed like the others, about 7 s, plus the time limit for leaving.</summary>
    private static readonly TimeSpan Ended = TimeSpan.FromSeconds(20);

    [ConditionalFact, NeedsNetns]
    public async Task Leaves_the_larger_side_serving_and_ends_the_smaller()
    {
        await using var network = await TwoNetworks.MakeAsync();
        await using var cafe = Divided(network, "grinder-2", "machine-3");
        await FaultTrial.RunAsync(cafe, "two of seven nodes cut off", output, async trial =>
        {
            var cutOff = cafe.Nodes.Where(node => network.IsThere(node.Place)).ToArray();
            await network.CutAsync();
            trial.MachinesUpAfter = await cafe.MachinesUpAsync(MachinesUp, cutOff);
            await EndAsync(cutOff);
            await network.MendAsync();
        });
    }

    /// <summary>Its customers still reach it but do not keep it running. After the restart it serves what it had accepted.</summary>
    [ConditionalFact, NeedsNetns]
    public async Task Ends_a_front_on_the_smaller_side_and_its_restart_finds_the_others()
    {
        await using var network = await TwoNetworks.MakeAsync();
        await using var cafe = Divided(network, "seed", "grinder-1", "grinder-2", "machine-1", "machine-2");
        await FaultTrial.RunAsync(cafe, "front and one machine node cut off", output, async trial =>
        {
            var smaller = cafe.Nodes.Where(node => !network.IsThere(node.Place)).ToArray();
            var larger = cafe.Nodes.Except(smaller).ToArray();
            await network.CutAsync();
            await EndAsync(smaller);
            larger.ShouldAllBe(node => node.IsRunning);
            await network.MendAsync();

            var mended = TimeProvider.System.GetTimestamp();
            await cafe.StartAsync(cafe.FrontPlace);
            await cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(mended);
        });
    }

    /// <summary>A café on both sides of a cable, with these nodes behind it.</summary>
    private static MultiProcessCafe Divided(TwoNetworks network, params string[] there)
    {
        var cafe = new MultiProcessCafe(SharedCafe.Layout);
        foreach (var (name, _) in SharedCafe.Layout.Prepend(("front", "front")))
        {
            cafe.Move(name, there.Contains(name) ? network.There : network.Here);
        }

        return cafe;
    }

    private static async Task EndAsync(IEnumerable<NodeUnderTest> nodes)
    {
        foreach (var node in nodes)
        {
            (await node.EndAsync(Ended)).ShouldBe(1, node.Place.Name);
        }
    }
}
