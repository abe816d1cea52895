using ActorCafe.Cluster.Tests.Conditions;
using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>A cable is pulled: two nodes and five are cut off from each other, and neither side sees that it was a cable.</summary>
public sealed class A_network_partition(ITestOutputHelper output)
{
    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(12);

    /// <summary>Found cut off and downed as the others are, 7 s or so, or found in another café, and then the time a node may take to leave.</summary>
    private static readonly TimeSpan Ended = TimeSpan.FromSeconds(30);

    [ConditionalFact, NeedsNetns]
    public async Task Leaves_the_larger_side_serving_and_ends_the_smaller()
    {
        await using var network = await TwoNetworks.MakeAsync();
        await using var cafe = Divided(network, "grinder-2", "machine-3");
        await Trial.RunAsync(cafe, "two of seven nodes cut off", output, async trial =>
        {
            var cutOff = cafe.Nodes.Where(node => network.IsThere(node.Place)).ToArray();
            await network.CutAsync();
            trial.MachinesUpAfter = await cafe.MachinesUpAsync(MachinesUp, cutOff);
            await EndAsync(cutOff);
            await network.MendAsync();
        });
    }

    /// <summary>Its customers still reach it, and do not keep it open. What it took before it ended, its next life serves.</summary>
    [ConditionalFact, NeedsNetns]
    public Task Ends_a_front_on_the_smaller_side_and_its_next_life_finds_the_others() =>
        CutOffTheFrontAsync("front and one machine node cut off", (network, _) => network.MendAsync());

    /// <summary>
    /// As whoever keeps nodes running does it: they have to begin a café of their own, in which orders wait, and give it up for that of
    /// the others when the cable is mended.
    /// </summary>
    [ConditionalFact, NeedsNetns]
    public Task Keeps_nobody_apart_who_was_started_again_before_it_was_mended() =>
        CutOffTheFrontAsync("front and one machine node started again while cut off", async (network, cafe) =>
        {
            NodeProcess[] apart = [await cafe.StartAsync(cafe.FrontPlace), await cafe.StartAsync(cafe.Nodes.Single(node => !node.IsRunning).Place)];
            await network.MendAsync();
            await EndAsync(apart);
        });

    private async Task CutOffTheFrontAsync(string fault, Func<TwoNetworks, RunningCafe, Task> mendAsync)
    {
        await using var network = await TwoNetworks.MakeAsync();
        await using var cafe = Divided(network, "seed", "grinder-1", "grinder-2", "machine-1", "machine-2");
        await Trial.RunAsync(cafe, fault, output, async trial =>
        {
            var smaller = cafe.Nodes.Where(node => !network.IsThere(node.Place)).ToArray();
            var larger = cafe.Nodes.Except(smaller).ToArray();
            await network.CutAsync();
            await EndAsync(smaller);
            await mendAsync(network, cafe);
            larger.ShouldAllBe(node => node.IsRunning);

            var mended = TimeProvider.System.GetTimestamp();
            await cafe.StartAsync(cafe.FrontPlace);
            await cafe.MachinesUpAsync(MachinesUp);
            trial.MachinesUpAfter = TimeProvider.System.GetElapsedTime(mended);
        });
    }

    /// <summary>A café on both sides of a cable, these nodes behind it.</summary>
    private static RunningCafe Divided(TwoNetworks network, params string[] there)
    {
        var cafe = new RunningCafe(SharedCafe.Layout);
        foreach (var (name, _) in SharedCafe.Layout.Prepend(("front", "front")))
            cafe.Move(name, there.Contains(name) ? network.There : network.Here);
        return cafe;
    }

    private static async Task EndAsync(IEnumerable<NodeProcess> nodes)
    {
        foreach (var node in nodes)
            (await node.EndAsync(Ended)).ShouldBe(1, node.Place.Name);
    }
}
