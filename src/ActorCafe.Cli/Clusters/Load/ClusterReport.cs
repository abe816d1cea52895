using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Clusters.Load;

/// <summary>Prints the table of <c>cluster --play</c>: the cluster beside one node with the same customers.</summary>
internal static class ClusterReport
{
    /// <summary>Wall seconds. Below this, it is the usual time to write an order to the book.</summary>
    private const double LongAtDoor = 1;

    private static readonly (string Name, Func<ClusterResult, string> Cluster, Func<ShopResult, string> OneNode)[] Measures =
    [
        ("orders", played => DisplayFormat.Count(played.Arrived), result => DisplayFormat.Count(result.Orders.Arrived)),
        ("served", played => DisplayFormat.Count(played.Served), result => DisplayFormat.Count(result.Orders.Served)),
        ("turned away", played => DisplayFormat.Count(played.TurnedAway), result => DisplayFormat.Count(result.Orders.Rejected + result.Orders.Reneged)),
        ("time in shop, mean", played => DisplayFormat.Time(played.ResponseTime.Mean), result => DisplayFormat.Time(result.ResponseTime.Mean)),
        ("time in shop, p50", played => DisplayFormat.Time(played.ResponseTime.P50), result => DisplayFormat.Time(result.ResponseTime.P50)),
        ("time in shop, p95", played => DisplayFormat.Time(played.ResponseTime.P95), result => DisplayFormat.Time(result.ResponseTime.P95)),
        ("time in shop, p99", played => DisplayFormat.Time(played.ResponseTime.P99), result => DisplayFormat.Time(result.ResponseTime.P99)),
        ("time in shop, max", played => DisplayFormat.Time(played.ResponseTime.Max), result => DisplayFormat.Time(result.ResponseTime.Max)),
        ("orders per hour", played => DisplayFormat.Number(played.ThroughputPerHour), result => DisplayFormat.Number(result.ThroughputPerHour)),
        ("repeated brews", played => DisplayFormat.Count(played.Repeats), _ => DisplayFormat.NoData),
    ];

    public static void Write(IAnsiConsole console, string nodes, double timeScale, ClusterResult played, ShopResult oneNode)
    {
        console.WriteWrapped($"{oneNode.Shop}, in shop time ({DisplayFormat.Number(timeScale)}x real time, seed {oneNode.Seed}); the cluster: {nodes}");
        console.WriteLine();
        var table = Tables.MeasureTable.Of("", ["cluster", "one node"]);
        foreach (var (name, cluster, one) in Measures)
        {
            table.Row(name, [cluster(played), one(oneNode)]);
        }

        console.Write(table);
        console.WriteLine();
        foreach (var sentence in Words(timeScale, played))
        {
            console.WriteWrapped(sentence);
        }
    }

    private static IEnumerable<string> Words(double timeScale, ClusterResult played)
    {
        if (played.Interrupted)
        {
            yield return $"Stopped early: {DisplayFormat.Count(played.Unserved)} orders had not been served yet and are open in the book.";
        }

        if (played.Killed is { } killed)
        {
            yield return $"{killed[..1].ToUpperInvariant()}{killed[1..]} was killed when half of the customers had come.";
        }

        if (played.LongestAtDoor > LongAtDoor * timeScale)
        {
            yield return $"The longest wait for acceptance was {DisplayFormat.Time(played.LongestAtDoor)} (not counted in time in shop).";
        }
    }
}
