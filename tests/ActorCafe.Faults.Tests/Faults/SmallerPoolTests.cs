using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>The nodes are replaced, one by one, by nodes that are told of fewer machines. Meanwhile they disagree on how many there are.</summary>
public sealed class SmallerPoolTests(ITestOutputHelper output)
{
    /// <summary>Instead of 24.</summary>
    private static readonly string[] Fewer = ["--pool", "machine=16"];

    private static readonly TimeSpan MachinesUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Cores that a node without orders may keep busy: five to ten times what it needs.</summary>
    private const double Idle = 0.2;

    [Fact]
    public async Task Is_introduced_without_loss_and_without_a_storm_of_messages()
    {
        await using var cafe = new MultiProcessCafe(("grinder-1", "grinder"), ("machine-1", "machine"), ("machine-2", "machine"));
        await FaultTrial.RunAsync(cafe, "pool of machines reduced on one node of two", output, async trial =>
        {
            await ReplaceAsync(cafe, "machine-1");
            trial.MachinesUpAfter = await cafe.MachinesUpAsync(MachinesUp);
        });
        await QuietAsync(cafe);

        await FaultTrial.RunAsync(cafe, "pool of machines reduced on the others, front last", output, async trial =>
        {
            await ReplaceAsync(cafe, "machine-2");
            await trial.OrdersAsync(100);
            await ReplaceAsync(cafe, "front");
        });
        await QuietAsync(cafe);
        (await cafe.Front.StatusAsync()).ShouldNotBeNull().Machines.Length.ShouldBe(16);
    }

    private static async Task ReplaceAsync(MultiProcessCafe cafe, string name)
    {
        await StoppedNodeTests.CloseAsync(cafe.Nodes.Single(node => node.Place.Name == name));
        await cafe.StartAsync(cafe.Move(name, place => place with { Options = Fewer }));
    }

    /// <summary>Without orders the nodes soon have next to nothing to do: messages that go round for ever keep them busy.</summary>
    private async Task QuietAsync(MultiProcessCafe cafe)
    {
        var time = TimeProvider.System;
        var (began, used) = (time.GetTimestamp(), Used());
        string[] busy = [];
        await Eventually.NothingIsMissingAsync(Patience, () =>
        {
            if (time.GetElapsedTime(began) is var passed && passed >= Window)
            {
                var cores = Used().Select(now => (now.Key, Cores: (now.Value - used[now.Key]) / passed)).ToArray();
                output.WriteLine($"busy cores: {string.Join(", ", cores.Select(node => $"{node.Key} {node.Cores:F2}"))}");
                busy = [.. cores.Where(node => node.Cores > Idle).Select(node => $"{node.Key} keeps {node.Cores:F2} cores busy without an order")];
                (began, used) = (time.GetTimestamp(), Used());
                return Task.FromResult(busy is [] ? null : string.Join(", ", busy));
            }

            return Task.FromResult<string?>(busy is [] ? "the nodes are being watched" : string.Join(", ", busy));
        });

        Dictionary<string, TimeSpan> Used() => cafe.Nodes.Where(node => node.IsRunning).ToDictionary(node => node.Place.Name, node => node.ProcessorTime);
    }
}
