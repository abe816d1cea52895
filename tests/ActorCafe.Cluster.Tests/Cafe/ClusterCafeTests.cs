using ActorCafe.OrderBook;

namespace ActorCafe.Cluster.Tests.Cafe;

public sealed class ClusterCafeTests
{
    private static readonly string[] Fast =
    [
        "cafe.clock.time-scale=6000",
        "akka.loglevel=INFO",
        "akka.actor.deployment.\"/cafe/waiter\".nr-of-instances=4",
        "akka.actor.deployment.\"/cafe/grinder\".nr-of-instances=4",
        "akka.actor.deployment.\"/cafe/machine\".nr-of-instances=4",
    ];

    [Fact]
    public async Task Serves_every_order_once_with_grinders_and_machines_on_other_nodes()
    {
        await using var cafe = await TestCluster.OpenAsync(["front", "grinder-1", "machine-1", "machine-2"], Fast);

        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));

        await Eventually.TrueAsync(() => cafe.Book.Totals.Served == 100);
        cafe.Book.Orders.ShouldAllBe(order => order.Outcome == BookedOutcome.Served && order.Machine!.StartsWith("machine-"));
        cafe.Book.Totals.DuplicatesSuppressed.ShouldBe(0);
    }

    // A machine node that knew fewer machines sent those it did not know back to the front, which sent them there again, without end.
    [Theory]
    [InlineData(2, 7)]
    [InlineData(7, 2)]
    public async Task All_machines_of_the_front_are_up_and_serve_if_machine_nodes_have_other_pool_sizes(int first, int second)
    {
        const string size = "akka.actor.deployment.\"/cafe/machine\".nr-of-instances=";
        await using var cafe = await TestCluster.OpenAsync(["front", "grinder-1"], Fast);
        await cafe.StartAsync("machine-1", size + first);
        await cafe.StartAsync("machine-2", size + second);
        await Eventually.TrueAsync(() => MachinesByNode(cafe) is [2, 2]);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));

        await Eventually.TrueAsync(() => cafe.Book.Totals.Served == 40);
    }

    [Fact]
    public async Task Runs_on_one_node_that_has_every_role()
    {
        await using var cafe = await TestCluster.OpenAsync(["front+grinder+machine"], Fast);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));

        await Eventually.TrueAsync(() => cafe.Book.Totals.Served == 20);
    }

    [Fact]
    public async Task Spreads_machines_evenly_and_moves_them_when_a_node_joins_or_leaves()
    {
        await using var cafe = await TestCluster.OpenAsync(["front", "machine-1"], Fast);
        await Eventually.TrueAsync(() => MachinesByNode(cafe) is [4]);

        await cafe.StartAsync("machine-2");
        await Eventually.TrueAsync(() => MachinesByNode(cafe) is [2, 2]);

        await cafe.LeaveAsync("machine-1");
        await Eventually.TrueAsync(() => MachinesByNode(cafe) is [4]);
    }

    [Fact]
    public async Task Spreads_grinders_evenly_and_gives_those_of_a_node_that_leaves_to_the_others()
    {
        await using var cafe = await TestCluster.OpenAsync(["front", "grinder-1"], Fast);
        await Eventually.TrueAsync(async () => await cafe.GrindersByNodeAsync() is [4]);

        await cafe.StartAsync("grinder-2");
        await Eventually.TrueAsync(async () => await cafe.GrindersByNodeAsync() is [2, 2]);

        await cafe.LeaveAsync("grinder-1");
        await Eventually.TrueAsync(async () => await cafe.GrindersByNodeAsync() is [4]);
    }

    private static int[] MachinesByNode(TestCluster cafe) =>
        [.. cafe.Front.Status.Machines.Where(machine => machine.Node is not null).GroupBy(machine => machine.Node).Select(group => group.Count())];
}
