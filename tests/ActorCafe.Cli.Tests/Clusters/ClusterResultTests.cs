using ActorCafe.Cli.Clusters;
using ActorCafe.Cli.Clusters.Load;
using ActorCafe.Cli.Tests.Tables;

namespace ActorCafe.Cli.Tests.Clusters;

/// <summary>Measurements derived from the front's answers.</summary>
public sealed class ClusterResultTests
{
    private static readonly DateTimeOffset Opened = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // A wall second is 60 shop seconds: accepted 0, 1 and 2 s late; in the shop for 2 s and 4 s; one is turned away.
    private static readonly ClusterResult Played = ClusterResult.Of(
        [Visit(1, 1, 3), Visit(2, 3, 7), Visit(3, 5, null, "rejected")], Opened, timeScale: 60, repeats: 2);

    [Fact]
    public void Times_are_the_shops()
    {
        Played.ResponseTime.Mean.ShouldBe(180);
        Played.ResponseTime.P50.ShouldBe(120);
        Played.ResponseTime.Max.ShouldBe(240);
        Played.LongestAtDoor.ShouldBe(120);
        // Two served within the 7 s up to the last one: 2 / 420 s.
        Played.Makespan.ShouldBe(420);
        Played.ThroughputPerHour!.Value.ShouldBe(17.142857, 0.000001);
    }

    [Fact]
    public void Every_order_counts_once() =>
        (Played.Arrived, Played.Served, Played.TurnedAway, Played.Unserved, Played.Repeats).ShouldBe((3, 2, 1, 0, 2L));

    [Fact]
    public void Of_nobody_nothing_is_known()
    {
        var played = ClusterResult.Of([], Opened, 60, 0);
        (played.ResponseTime.Mean, played.Makespan, played.ThroughputPerHour, played.LongestAtDoor).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void It_is_told_beside_one_node_and_with_what_happened()
    {
        var told = ConsoleCapture.By(console => ClusterReport.Write(console, "3 nodes", 60, Played with { Killed = "machine node 1" }, SampleData.Result()));

        told.ShouldContain("cluster one node\n");
        told.ShouldContain("\ntime in shop, mean  3m 00s");
        told.ShouldContain("Machine node 1 was killed when half of the customers had come.\n");
        told.ShouldContain("The longest wait for acceptance was 2m 00s");
    }

    private static ClusterVisit Visit(int due, double accepted, double? served, string state = "served") => new(
        Opened.AddSeconds(due), new("id", state, Opened.AddSeconds(accepted), served is { } s ? Opened.AddSeconds(s) : null));
}
