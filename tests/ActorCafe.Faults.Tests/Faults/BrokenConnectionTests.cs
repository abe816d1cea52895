using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Connections are reset, as by a switch or firewall, while both ends are healthy.</summary>
public sealed class BrokenConnectionTests(ITestOutputHelper output)
{
    /// <summary>Longer than a node may be silent: a node wrongly considered lost would be removed by then.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(8);

    // A café of its own: where nodes had been lost and restarted at the same addresses several times, Akka once took more than 3.5 s to connect again.
    [ConditionalFact, NeedsBrokenConnections]
    public async Task Makes_no_node_consider_another_lost()
    {
        await using var cafe = new MultiProcessCafe(SharedCafe.Layout);
        await FaultTrial.RunAsync(cafe, "all connections of the nodes broken", output, async trial =>
        {
            (await Connections.BreakAsync(cafe.Nodes.Select(node => node.Place.Port))).ShouldBeGreaterThan(0);

            var broken = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(broken) < LongEnough)
            {
                await trial.OrdersAsync(10);
                if (await cafe.Front.StatusAsync() is { } status)
                {
                    status.NotExactly([.. cafe.Nodes.Select(node => node.Place.Address)]).ShouldBeNull();
                }
            }
        });
    }
}
