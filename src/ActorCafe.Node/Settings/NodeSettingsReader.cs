using System.Collections.Immutable;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>A node's settings, with the shop they were read from.</summary>
internal sealed record LoadedNode(NodeSettings Settings, LoadedShop Shop);

/// <summary>Reads the settings of a node: options override variables, variables override files.</summary>
public static class NodeSettingsReader
{
    /// <summary>Stands for the machine's own name.</summary>
    public const string Auto = "auto";

    private const string DefaultData = "actorcafe-data";

    /// <param name="arguments">The command line.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="machineName">The machine's own name.</param>
    /// <exception cref="InputException">A file, variable or option is wrong.</exception>
    internal static LoadedNode Read(NodeArguments arguments, IReadOnlyDictionary<string, string> environment, string machineName)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var variables = new NodeVariables(environment);
        var roles = NodeRoles.Read(arguments, variables);
        var shop = ShopFiles.LoadNode(arguments.Files, variables.Keys(), arguments.Overrides, Options(arguments));
        var keys = shop.Node;
        var data = DataFolder.Find(arguments, variables, DefaultData, isNeeded: roles.Contains(NodeRole.Front));
        var settings = new NodeSettings
        {
            Shop = shop.Settings,
            Roles = roles,
            Hostname = keys.Hostname == Auto ? machineName : keys.Hostname,
            Port = keys.Port,
            Discovery = Discovery(keys),
            SeedNodes = SeedNodes(keys),
            DataFolder = data,
            Http = new(keys.HttpHost, keys.HttpPort, keys.ApiKey) { ManagementPort = keys.ManagementPort },
            Book = BookSettingsReader.Read(keys.Book, data, isNeeded: roles.Contains(NodeRole.Front)),
            Detection = Detection(keys),
            Tls = keys.Tls is { } tls ? TlsSettingsReader.Read(tls) : null,
            Telemetry = keys.TelemetryEndpoint is { } endpoint ? new(endpoint) : null,
            HasFloor = keys.Floor && roles.Contains(NodeRole.Front),
            SweepParallel = keys.SweepParallel ?? Environment.ProcessorCount,
        };
        return new(settings, shop);
    }

    private static ClusterDiscovery Discovery(NodeKeys keys) => keys switch
    {
        { Discovery.Text: "seed-nodes" } => ClusterDiscovery.SeedNodes,
        { SeedNodes: [var seed, ..] } => throw keys.Discovery.Error($"cafe.cluster.seed-nodes names {seed}, and nobody would answer there", "write seed-nodes = [], or discovery = seed-nodes"),
        { ManagementPort: 0 } => throw keys.Discovery.Error("other pods ask a node at its management port, and that is any free one", "write management.http-port = 8558"),
        _ => ClusterDiscovery.Kubernetes,
    };

    // Akka binds to an address without brackets but compares addresses with brackets.
    internal static ImmutableArray<SeedNode> SeedNodes(NodeKeys keys) =>
        [.. keys.SeedNodes.Select(seed => new SeedNode(Hosts.InBrackets(seed.Host), seed.Port))];

    internal static FailureDetection Detection(NodeKeys keys) => keys.Detection == "shared" ? FailureDetection.Shared : FailureDetection.Fast;

    private static ImmutableArray<KeyOverride> Options(NodeArguments arguments) =>
    [
        .. Option("--hostname", NodeKeyPaths.Hostname, arguments.Hostname),
        .. Option("--port", NodeKeyPaths.Port, arguments.Port),
        .. arguments.SeedNodes is { Count: > 0 } seeds ? [KeyOverride.Texts("--seed-node", NodeKeyPaths.SeedNodes, seeds)] : Array.Empty<KeyOverride>(),
        .. Option("--http-host", NodeKeyPaths.HttpHost, arguments.HttpHost),
        .. Option("--http-port", NodeKeyPaths.HttpPort, arguments.HttpPort),
        .. Option("--management-port", NodeKeyPaths.ManagementPort, arguments.ManagementPort),
    ];

    private static IEnumerable<KeyOverride> Option(string name, string[] path, string? value) =>
        value is null ? [] : [KeyOverride.Text(name, path, value, given: value.Length == 0 ? "(empty)" : value)];
}

/// <summary>The command line of a node, not validated yet.</summary>
public sealed record NodeArguments
{
    /// <summary>Empty: the essay's pipeline.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public string? Hostname { get; init; }

    public string? Port { get; init; }

    public IReadOnlyList<string> SeedNodes { get; init; } = [];

    public string? HttpHost { get; init; }

    public string? HttpPort { get; init; }

    public string? ManagementPort { get; init; }

    public string? Data { get; init; }

    /// <summary><c>--set</c>, <c>--pool</c> and <c>--seed</c>.</summary>
    internal IReadOnlyList<Override> Overrides { get; init; } = [];
}
