using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.Faults.Tests.Outside;
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
        FaultTrial.RunAsync(_cafe, "all connections of the nodes broken", output, async _ =>
        {
            (await Connections.BreakAsync(_cafe.Nodes.Select(node => node.Place.Port))).ShouldBeGreaterThan(0);
            await _cafe.NoNodeIsLostAsync();
        });

    // Without customers: what is sent for them opens connections early, and hides the fault that this is about.
    [ConditionalFact, NeedsBrokenConnections]
    public async Task A_front_restarted_at_its_address_again_and_again_hears_every_other_node()
    {
        await _cafe.WholeAsync();
        for (var life = 0; life < 4; life++)
        {
            var machine = _cafe.Of("machine")[life % 3];
            await KillAsync(machine);
            await Eventually.NothingIsMissingAsync(TimeSpan.FromSeconds(20), async () =>
                (await _cafe.Front.StatusAsync())!.Members.Any(member => member.Address == machine.Place.Address) ? "the lost node is still a member" : null);
            if (life % 2 == 1)
            {
                await KillAsync(_cafe.Of("front")[0]);
            }

            await _cafe.WholeAsync();
            await Connections.BreakAsync(_cafe.Nodes.Select(node => node.Place.Port));

            await _cafe.NoNodeIsLostAsync();
        }
    }

    private static async Task KillAsync(NodeUnderTest node)
    {
        node.Send(Signal.Kill);
        await node.EndAsync(TimeSpan.FromSeconds(5));
    }
}
