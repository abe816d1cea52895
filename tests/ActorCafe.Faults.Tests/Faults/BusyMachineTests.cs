using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Other processes take nearly all processor time of the machine, so that nodes are silent for seconds.</summary>
public sealed class BusyMachineTests(ITestOutputHelper output)
{
    private const int PerCore = 40;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(40);

    private static readonly string[] Shared = ["--set", "cafe.cluster.detection=shared"];

    [Fact]
    public async Task Brings_down_no_node_that_is_set_up_for_it()
    {
        await using var cafe = new MultiProcessCafe(SharedCafe.Layout);
        foreach (var (name, _) in SharedCafe.Layout.Prepend(("front", "front")))
        {
            cafe.Move(name, place => place with { Options = Shared });
        }

        await FaultTrial.RunAsync(cafe, "machine starved of processor time for 20 s", output, async trial =>
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
