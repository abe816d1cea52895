using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Settings;

/// <summary>Reads the settings with which a sweep joins a cluster.</summary>
public static class SweepSettingsReader
{
    /// <param name="files">The shop's files; none: the essay's pipeline.</param>
    /// <param name="overrides">The overrides.</param>
    /// <param name="seedNodes">The nodes to join.</param>
    /// <param name="hostname">The address by which nodes reach this process; null: from the files.</param>
    /// <param name="machineName">The machine's own name.</param>
    /// <exception cref="InputException">A file, variable or option is wrong.</exception>
    internal static NodeSettings Read(
        IReadOnlyList<string> files, IReadOnlyList<Override> overrides, IReadOnlyList<string> seedNodes, string? hostname, string machineName)
    {
        var shop = ShopFiles.LoadNode(files, [], overrides,
        [
            KeyOverride.Texts("--seed-node", NodeKeyPaths.SeedNodes, seedNodes),
            .. hostname is null ? [] : new[] { KeyOverride.Text("--hostname", NodeKeyPaths.Hostname, hostname, given: hostname.Length == 0 ? "(empty)" : hostname) },
        ]);
        var keys = shop.Node;
        return new NodeSettings
        {
            Shop = shop.Settings,
            Roles = [NodeRole.Sweep],
            Hostname = keys.Hostname == NodeSettingsReader.Auto ? machineName : keys.Hostname,
            // The port in the file belongs to a node, which may run on this machine.
            Port = 0,
            SeedNodes = NodeSettingsReader.SeedNodes(keys),
            DataFolder = "",
            Http = new(keys.HttpHost, 0, null),
            Book = new(BookStore.Sqlite, ""),
            Detection = NodeSettingsReader.Detection(keys),
            Tls = keys.Tls is { } tls ? TlsSettingsReader.Read(tls) : null,
        };
    }
}
