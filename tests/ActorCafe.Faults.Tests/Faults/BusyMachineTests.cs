using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Other processes take nearly all processor time of the machine, so that nodes are silent for seconds.</summary>
public sealed class BusyMachineTests(ITestOutputHelper output)
{
    private const int PerCore = 40;

    /// <summary>Each busy process has nine times the weight of a node.</summary>
    private const int Niceness = 10;

    /// <summary>One machine node: with this detection machines take long to spread over several.</summary>
    private static readonly (string Name, string Role)[] Layout = [("seed", "seed"), ("grinder-1", "grinder"), ("grinder-2", "grinder"), ("machine-1", "machine")];

    /// <summary>With the fast detection the nodes bring each other down before it is over.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(40);

    private static readonly string[] Shared = ["--set", "cafe.cluster.detection=shared"];

    [Fact]
    public async Task Brings_down_no_node_that_is_set_up_for_it()
    {
        await using var cafe = new MultiProcessCafe(Layout);
        foreach (var (name, _) in Layout.Prepend(("front", "front")))
        {
            cafe.Move(name, place => place with { Options = Shared, Niceness = Niceness });
        }

        await FaultTrial.RunAsync(cafe, "machine starved of processor time for 15 s", output, async trial =>
        {
            using (new BusyProcesses(PerCore))
            {
                await trial.OrdersAsync((int)Busy.TotalSeconds * SteadyCustomers.PerSecond);
            }

            await Eventually.NothingIsMissingAsync(Recovered, async () => await cafe.Front.StatusAsync() is { } status
                ? status.NotExactly([.. cafe.Nodes.Select(node => node.Place.Address)])
                : "the front does not answer");
            cafe.Nodes.ShouldAllBe(node => node.IsRunning);
        });
    }
}
