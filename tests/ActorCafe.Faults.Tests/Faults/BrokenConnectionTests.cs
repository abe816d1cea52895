using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Connections are reset, as by a switch or firewall, while both ends are healthy.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class BrokenConnectionTests(SharedCafe shared, ITestOutputHelper output)
{
    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [ConditionalFact, NeedsBrokenConnections]
    public Task Makes_no_node_consider_another_lost() =>
        FaultTrial.RunAsync(_cafe, "all connections of the nodes broken", output, async trial =>
        {
            (await Connections.BreakAsync(_cafe.Nodes.Select(node => node.Place.Port))).ShouldBeGreaterThan(0);
            await trial.NoNodeIsLostAsync();
        });
}
