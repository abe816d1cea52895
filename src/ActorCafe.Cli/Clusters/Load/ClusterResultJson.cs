using System.Text.Json.Nodes;
using ActorCafe.Cli.Files;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Clusters.Load;

/// <summary>The result of <c>cluster --play</c> as JSON. Unknown values are null.</summary>
internal static class ClusterResultJson
{
    public static byte[] Of(ClusterResult played, ShopResult oneNode, int grinders, int machines, double timeScale) => ResultJson.Bytes(new JsonObject
    {
        ["shop"] = oneNode.Shop,
        ["seed"] = oneNode.Seed,
        ["timeScale"] = timeScale,
        ["grinderNodes"] = grinders,
        ["machineNodes"] = machines,
        ["cluster"] = new JsonObject
        {
            ["orders"] = new JsonObject
            {
                ["arrived"] = played.Arrived,
                ["served"] = played.Served,
                ["turnedAway"] = played.TurnedAway,
                ["unserved"] = played.Unserved,
                ["repeats"] = played.Repeats,
            },
            ["responseTime"] = new JsonObject
            {
                ["mean"] = played.ResponseTime.Mean,
                ["p50"] = played.ResponseTime.P50,
                ["p95"] = played.ResponseTime.P95,
                ["p99"] = played.ResponseTime.P99,
                ["max"] = played.ResponseTime.Max,
                ["std"] = played.ResponseTime.Std,
            },
            ["makespan"] = played.Makespan,
            ["throughputPerHour"] = played.ThroughputPerHour,
            ["longestAtDoor"] = played.LongestAtDoor,
            ["killed"] = played.Killed,
            ["interrupted"] = played.Interrupted,
        },
        ["oneNode"] = ResultJson.ToNode(oneNode),
    });
}
