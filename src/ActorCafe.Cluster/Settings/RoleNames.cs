using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Settings;

/// <summary>The names of node roles in the Akka cluster.</summary>
internal static class RoleNames
{
    public const string Front = "front";
    public const string Grinder = "grinder";
    public const string Machine = "machine";
    public const string Seed = "seed";

    /// <summary>A sweep, while it runs.</summary>
    public const string Sweep = "sweep";

    /// <summary>Every node of the café except sweeps; the majority is counted among these.</summary>
    public const string Cafe = "cafe";

    private const string BookPrefix = "book-";
    private const string ShopPrefix = "shop-";

    /// <summary>The role of a front with this order book. Only fronts of one book may take over from each other.</summary>
    public static string OfBook(string id) => BookPrefix + id;

    /// <summary>The role of every node with this shop, by its fingerprint. All nodes of a café have the same.</summary>
    public static string OfShop(string fingerprint) => ShopPrefix + fingerprint;

    /// <summary>The one of these roles that names an order book; null if there is none.</summary>
    public static string? BookAmong(IEnumerable<string> roles) => roles.FirstOrDefault(role => role.StartsWith(BookPrefix, StringComparison.Ordinal));

    /// <summary>The one of these roles that names a shop; null if there is none.</summary>
    public static string? ShopAmong(IEnumerable<string> roles) => roles.FirstOrDefault(role => role.StartsWith(ShopPrefix, StringComparison.Ordinal));

    /// <summary>Whether a role says what a node does, and is shown. The others say what it belongs to.</summary>
    public static bool IsShown(string role) =>
        role != Cafe && !role.StartsWith(BookPrefix, StringComparison.Ordinal) && !role.StartsWith(ShopPrefix, StringComparison.Ordinal);

    /// <summary>The roles of the nodes that perform services for the front of a shop.</summary>
    public static IEnumerable<string> RolesElsewhere(this ShopSettings shop) =>
        shop.Stages.Select(stage => stage.Is == WorkerKind.Machine ? Machine : stage.PoolRole).OfType<string>().Distinct();

    /// <summary>The name of a role.</summary>
    public static string Name(this NodeRole role) => role switch
    {
        NodeRole.Front => Front,
        NodeRole.Grinder => Grinder,
        NodeRole.Machine => Machine,
        NodeRole.Sweep => Sweep,
        _ => Seed,
    };
}
