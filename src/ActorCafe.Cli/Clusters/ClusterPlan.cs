using System.Globalization;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters;

/// <summary>Plans the nodes of a cluster on one machine and their command lines.</summary>
internal sealed class ClusterPlan
{
    private const string Host = "127.0.0.1";

    private readonly string[] _shared;
    private readonly string _scratch;
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal) { ["grinder"] = 0, ["machine"] = 0 };

    /// <param name="options">The options of the command.</param>
    /// <param name="loaded">The shop.</param>
    /// <param name="httpPort">The port of the front's HTTP.</param>
    /// <param name="data">The front's data folder; null: the default of a node.</param>
    /// <param name="scratch">A temporary folder for the data of the other nodes.</param>
    public ClusterPlan(ClusterOptions options, LoadedShop loaded, int httpPort, string? data, string scratch)
    {
        _scratch = scratch;
        // A restarted front must be found at its old port. Every other node may take any port.
        var ports = FreePorts.Find(2);
        _shared =
        [
            .. options.Files,
            "--hostname", Host, "--http-host", Host, "--set", "cafe.cluster.discovery=seed-nodes",
            "--seed-node", $"{Host}:{Text(ports[0])}", "--seed-node", $"{Host}:{Text(ports[1])}",
            .. Grinders(loaded.Settings), .. Log(options, loaded), .. options.PassedOn, "--while-stdin-open",
        ];
        First =
        [
            Node("front", "front", ports[0], httpPort, data, options.Floor ? ["--set", "cafe.cluster.floor=on"] : []),
            Node("seed", "seed", ports[1], 0, Path.Combine(scratch, "seed")),
            .. Enumerable.Range(1, options.Grinders).Select(_ => Another("grinder")!),
            .. Enumerable.Range(1, options.Machines).Select(_ => Another("machine")!),
        ];
    }

    /// <summary>The nodes that are started first.</summary>
    public IReadOnlyList<NodeSpec> First { get; }

    /// <summary>One more node.</summary>
    /// <param name="role">Its role, grinder or machine.</param>
    /// <returns>The node; null if there were as many as one command starts.</returns>
    public NodeSpec? Another(string role)
    {
        int number;
        lock (_last)
        {
            if (_last[role] == ClusterOptions.MostNodes)
            {
                return null;
            }

            number = ++_last[role];
        }

        return Node($"{role} node {Text(number)}", role, 0, 0, Path.Combine(_scratch, $"{role}-{Text(number)}"));
    }

    private NodeSpec Node(string name, string role, int port, int http, string? folder, params string[] more) => new(name, role,
    [
        "node", .. _shared, "--role", role, "--port", Text(port), "--http-port", Text(http), "--management-port", "0",
        .. folder is null ? Array.Empty<string>() : ["--data", folder], .. more,
    ]);

    // Allows one node to run all grinders, whatever the file says: the front spreads them evenly over the available nodes, and with
    // a lower limit the grinders of a dead node would run nowhere.
    private static IEnumerable<string> Grinders(ShopSettings shop) => shop.Stages
        .Where(stage => stage.PoolRole is not null)
        .SelectMany(stage => new[]
        {
            "--set", $"akka.actor.deployment.\"/cafe/{stage.Name}\".cluster.max-nr-of-instances-per-node={Text(stage.Workers)}",
        });

    // While nodes find each other, Akka logs long warnings about each one that is not there yet.
    private static string[] Log(ClusterOptions options, LoadedShop loaded) =>
        options.HasLogLevel || ShopLog.IsSaidBy(loaded.Tree) ? [] : ["--log-level", "error"];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A node to start.</summary>
/// <param name="Name">Its name in messages: <c>front</c>, <c>machine node 2</c> (machine-2 is a coffee machine).</param>
/// <param name="Role">Its role.</param>
/// <param name="Arguments">The arguments of the program.</param>
internal sealed record NodeSpec(string Name, string Role, IReadOnlyList<string> Arguments);
