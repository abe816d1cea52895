using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Clusters.Play;

/// <summary>What <c>cluster --play</c> tells: the cluster beside one node with the same customers.</summary>
internal static class ClusterReport
{
    /// <summary>In wall time: less is what any order takes on its way into the book.</summary>
    private const double LongAtDoor = 1;

    private static readonly (string Name, Func<ClusterPlayed, string> Cluster, Func<ShopResult, string> OneNode)[] Measures =
    [
        ("orders", played => Human.Count(played.Arrived), result => Human.Count(result.Orders.Arrived)),
        ("served", played => Human.Count(played.Served), result => Human.Count(result.Orders.Served)),
        ("turned away", played => Human.Count(played.TurnedAway), result => Human.Count(result.Orders.Rejected + result.Orders.Reneged)),
        ("time in shop, mean", played => Human.Time(played.ResponseTime.Mean), result => Human.Time(result.ResponseTime.Mean)),
        ("time in shop, p50", played => Human.Time(played.ResponseTime.P50), result => Human.Time(result.ResponseTime.P50)),
        ("time in shop, p95", played => Human.Time(played.ResponseTime.P95), result => Human.Time(result.ResponseTime.P95)),
        ("time in shop, p99", played => Human.Time(played.ResponseTime.P99), result => Human.Time(result.ResponseTime.P99)),
        ("time in shop, max", played => Human.Time(played.ResponseTime.Max), result => Human.Time(result.ResponseTime.Max)),
        ("orders an hour", played => Human.Number(played.ThroughputPerHour), result => Human.Number(result.ThroughputPerHour)),
        ("repeated brews", played => Human.Count(played.Repeats), _ => Human.None),
    ];

    public static void Write(IAnsiConsole console, string nodes, double timeScale, ClusterPlayed played, ShopResult oneNode)
    {
        console.Say($"{oneNode.Shop}, shop time (a wall second is {Human.Number(timeScale)} of them; seed {oneNode.Seed}); the cluster: {nodes}");
        console.WriteLine();
        var table = Tables.Grid.Of("", ["cluster", "one node"]);
        foreach (var (name, cluster, one) in Measures)
        {
            table.Row(name, [cluster(played), one(oneNode)]);
        }

        console.Write(table);
        console.WriteLine();
        foreach (var sentence in Words(timeScale, played))
        {
            console.Say(sentence);
        }
    }

    private static IEnumerable<string> Words(double timeScale, ClusterPlayed played)
    {
        if (played.Interrupted)
        {
            yield return $"Closed by hand: {Human.Count(played.Unserved)} orders were not served yet, and are open in the book.";
        }

        if (played.Killed is { } killed)
        {
            yield return $"{killed[..1].ToUpperInvariant()}{killed[1..]} was killed when half of the customers had come.";
        }

        if (played.LongestAtDoor > LongAtDoor * timeScale)
        {
            yield return $"A customer waited {Human.Time(played.LongestAtDoor)} before the order was accepted, which is not part of the time in shop.";
        }
    }
}
