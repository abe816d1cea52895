using ActorCafe.Cli.Clusters;
using ActorCafe.Cli.Clusters.Views;
using ActorCafe.Cli.Tests.Tables;

namespace ActorCafe.Cli.Tests.Clusters;

public sealed class ClusterTableTests
{
    private static readonly ClusterSnapshot Cluster = new(
        [
            new("front", "front", "Up", ""),
            new("machine node 1", "machine", "Up", MachineNames.Short(Enumerable.Range(1, 60).Where(number => number % 3 != 0).Select(number => $"machine-{number}"))),
            new("a-host-with-a-long-name.example.org:4053", "grinder, machine", "Joining", "machine 3"),
        ],
        new(2, 1, 1, 0),
        0.5);

    [Fact]
    public void Role_and_status_show_at_80_columns_however_many_machines_a_node_has() => Draw(Cluster, 80).ShouldBe("""
        node                             role              status   machines
        front                            front             Up
        machine node 1                   machine           Up       machine 1-2, 4-5,
                                                                    7-8, 10-11, 13-14,
                                                                    16-17, 19-20, 22-23,
                                                                    25-26, 28-29, 31-32,
                                                                    34-35, 37-38, 40-41,
                                                                    43-44, 46-47, 49-50,
                                                                    52-53, 55-56, 58-59
        a-host-with-a-long-name.exampl…  grinder, machine  Joining  machine 3
        orders: 2 accepted, 1 served, 1 pending, 0 repeats; 0.5 per second

        """);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_node_has_its_role_and_status_within_the_width(int width)
    {
        var lines = Draw(Cluster, width).Split('\n');

        lines.ShouldContain(line => line.Contains(" machine ", StringComparison.Ordinal) && line.Contains(" Up ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(" grinder, machine ", StringComparison.Ordinal) && line.Contains("Joining", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("machine-1 machine-2 machine-3 machine-7", "machine 1-3, 7")]
    [InlineData("machine-10 machine-9 machine-2", "machine 2, 9-10")]
    [InlineData("coffee-machine-1 oven-2 oven-3", "coffee-machine 1; oven 2-3")]
    [InlineData("", "")]
    public void Machines_are_listed_by_ranges(string names, string listed) =>
        MachineNames.Short(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(listed);

    [Fact]
    public void A_stopped_cluster_says_what_was_served_and_what_is_still_open()
    {
        ClusterMessages.Stopped(new FrontOrders(1200, 1200, 0, 3), doesLast: true).ShouldBe("Stopped: 1,200 orders accepted, 1,200 served.");
        ClusterMessages.Stopped(new FrontOrders(12, 10, 2, 0), doesLast: true).ShouldBe(
            "Stopped: 12 orders accepted, 10 served, 2 still open in the order book; they are served after the next start.");
        ClusterMessages.Stopped(null, doesLast: true).ShouldBe("Stopped while the cluster was starting.");
    }

    private static string Draw(ClusterSnapshot cluster, int width) => ConsoleCapture.By(console => console.Write(ClusterTable.Draw(cluster, width)), width);
}
