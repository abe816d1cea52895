using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Settings;

/// <summary>The names of node roles in the Akka cluster.</summary>
public static class RoleNames
{
    public const string Front = "front";
    public const string Grinder = "grinder";
    public const string Machine = "machine";
    public const string Seed = "seed";

    /// <summary>A sweep, while it runs.</summary>
    public const string Sweep = "sweep";

    /// <summary>Every node of the café except sweeps; the majority is counted among these.</summary>
    public const string Cafe = "cafe";

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
