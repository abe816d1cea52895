using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Settings;

/// <summary>Reads what a sweep joins a cluster with: the keys of a node, from files and options.</summary>
public static class SweepSettingsReader
{
    /// <param name="files">The shop's files; none: the essay's pipeline.</param>
    /// <param name="overrides">What was given besides.</param>
    /// <param name="seedNodes">Where to join.</param>
    /// <param name="hostname">What nodes reach this process by; null: as the files say.</param>
    /// <param name="machineName">The machine's own name.</param>
    /// <exception cref="InputException">Anything is wrong with them.</exception>
    public static NodeSettings Read(
        IReadOnlyList<string> files, IReadOnlyList<Override> overrides, IReadOnlyList<string> seedNodes, string? hostname, string machineName)
    {
        var shop = ShopFiles.LoadNode(files, [], overrides,
        [
            GivenKey.Texts("--seed-node", NodePaths.SeedNodes, seedNodes),
            .. hostname is null ? [] : new[] { GivenKey.Text("--hostname", NodePaths.Hostname, hostname, given: hostname.Length == 0 ? "(empty)" : hostname) },
        ]);
        var keys = shop.Node;
        return new NodeSettings
        {
            Shop = shop.Settings,
            Roles = [NodeRole.Sweep],
            Hostname = keys.Hostname == NodeSettingsReader.Auto ? machineName : keys.Hostname,
            // The file's port is that of a node, which may be on this machine.
            Port = 0,
            SeedNodes = NodeSettingsReader.SeedNodes(keys),
            DataFolder = "",
            Http = new(keys.HttpHost, 0, null),
            Book = new(BookStore.Sqlite, ""),
            Tls = keys.Tls is { } tls ? TlsFiles.Read(tls) : null,
        };
    }
}
