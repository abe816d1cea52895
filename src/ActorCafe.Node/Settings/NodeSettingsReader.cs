using System.Collections.Immutable;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>A node's settings, with the tree they were read from.</summary>
public sealed record LoadedNode(NodeSettings Settings, LoadedShop Shop);

/// <summary>Reads what a node is set up with: options over variables over files.</summary>
public static class NodeSettingsReader
{
    /// <summary>In place of a host name: the machine's own.</summary>
    public const string Auto = "auto";

    private const string DefaultData = "actorcafe-data";

    /// <param name="arguments">The command line.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="machineName">The machine's own name.</param>
    /// <exception cref="InputException">Anything is wrong with them.</exception>
    public static LoadedNode Read(NodeArguments arguments, IReadOnlyDictionary<string, string> environment, string machineName)
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
            SeedNodes = SeedNodes(keys),
            DataFolder = data,
            Http = new(keys.HttpHost, keys.HttpPort, keys.ApiKey),
            Book = BookConnection.Read(keys.Book, data, isNeeded: roles.Contains(NodeRole.Front)),
            Tls = keys.Tls is { } tls ? TlsFiles.Read(tls) : null,
            Telemetry = keys.TelemetryEndpoint is { } endpoint ? new(endpoint) : null,
            SweepParallel = keys.SweepParallel ?? Environment.ProcessorCount,
        };
        return new(settings, shop);
    }

    // Akka binds to an address without brackets, and compares addresses with them.
    internal static ImmutableArray<SeedNode> SeedNodes(NodeKeys keys) =>
        [.. keys.SeedNodes.Select(seed => new SeedNode(Hosts.InBrackets(seed.Host), seed.Port))];

    private static ImmutableArray<GivenKey> Options(NodeArguments arguments) =>
    [
        .. Option("--hostname", NodePaths.Hostname, arguments.Hostname),
        .. Option("--port", NodePaths.Port, arguments.Port),
        .. arguments.SeedNodes is { Count: > 0 } seeds ? [GivenKey.Texts("--seed-node", NodePaths.SeedNodes, seeds)] : Array.Empty<GivenKey>(),
        .. Option("--http-host", NodePaths.HttpHost, arguments.HttpHost),
        .. Option("--http-port", NodePaths.HttpPort, arguments.HttpPort),
    ];

    private static IEnumerable<GivenKey> Option(string name, string[] path, string? value) =>
        value is null ? [] : [GivenKey.Text(name, path, value, given: value.Length == 0 ? "(empty)" : value)];
}
