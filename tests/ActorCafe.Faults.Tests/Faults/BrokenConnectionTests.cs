using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Connections are reset, as a switch or a firewall does it, while everybody on either end is well.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class BrokenConnectionTests(SharedCafe shared, ITestOutputHelper output)
{
    /// <summary>As long as a node may be silent, and some more: who was to be taken for lost would have been by then.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(8);

    private readonly RunningCafe _cafe = shared.Cafe;

    [ConditionalFact, NeedsBrokenConnections]
    public Task Makes_nobody_take_another_for_lost() =>
        Trial.RunAsync(_cafe, "all connections of the nodes broken", output, async trial =>
        {
            (await Connections.BreakAsync(_cafe.Nodes.Select(node => node.Place.Port))).ShouldBeGreaterThan(0);

            var broken = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(broken) < LongEnough)
            {
                await trial.OrdersAsync(10);
                if (await _cafe.Front.StatusAsync() is { } status)
                {
                    status.NotExactly([.. _cafe.Nodes.Select(node => node.Place.Address)]).ShouldBeNull();
                }
            }
        });
}
