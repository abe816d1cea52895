using System.Globalization;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters;

/// <summary>Which nodes a cluster on one machine has, and how each is started.</summary>
internal static class ClusterPlan
{
    private const string Host = "127.0.0.1";

    /// <param name="options">What was asked for.</param>
    /// <param name="loaded">The shop.</param>
    /// <param name="httpPort">Where the front serves HTTP.</param>
    /// <param name="data">The front's data folder; null: where a node has it.</param>
    /// <param name="scratch">A folder for what the other nodes note; it need not last.</param>
    public static IReadOnlyList<NodePlan> Of(ClusterOptions options, LoadedShop loaded, int httpPort, string? data, string scratch)
    {
        // A front that comes back must be found where it was. Everybody else may come back anywhere.
        var ports = FreePorts.Find(2);
        string[] shared =
        [
            .. options.Files,
            "--hostname", Host, "--http-host", Host, "--seed-node", $"{Host}:{Text(ports[0])}", "--seed-node", $"{Host}:{Text(ports[1])}",
            .. Grinders(loaded.Settings), .. Log(options, loaded), .. options.PassedOn, "--while-stdin-open",
        ];
        NodePlan Node(string name, string role, int port, int http, string? folder) => new(name, role,
        [
            "node", .. shared, "--role", role, "--port", Text(port), "--http-port", Text(http),
            .. folder is null ? Array.Empty<string>() : ["--data", folder],
        ]);
        NodePlan Another(string role, int number) =>
            Node($"{role} node {Text(number)}", role, 0, 0, Path.Combine(scratch, $"{role}-{Text(number)}"));
        return
        [
            Node("front", "front", ports[0], httpPort, data),
            Node("seed", "seed", ports[1], 0, Path.Combine(scratch, "seed")),
            .. Enumerable.Range(1, options.Grinders).Select(number => Another("grinder", number)),
            .. Enumerable.Range(1, options.Machines).Select(number => Another("machine", number)),
        ];
    }

    // One node may hold all grinders, whatever the file's number of nodes: the front spreads them evenly over those that are
    // there, and with less room the grinders of a dead node would stand nowhere.
    private static IEnumerable<string> Grinders(ShopSettings shop) => shop.Stages
        .Where(stage => stage.PoolRole is not null)
        .SelectMany(stage => new[]
        {
            "--set", $"akka.actor.deployment.\"/cafe/{stage.Name}\".cluster.max-nr-of-instances-per-node={Text(stage.Workers)}",
        });

    // While nodes find each other Akka warns at length of every one that is not there yet.
    private static string[] Log(ClusterOptions options, LoadedShop loaded) =>
        options.HasLogLevel || ShopLog.IsSaidBy(loaded.Tree) ? [] : ["--log-level", "error"];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
