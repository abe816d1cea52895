namespace ActorCafe.Cluster.Settings;

/// <summary>The roles of nodes as the cluster spells them.</summary>
public static class RoleNames
{
    public const string Front = "front";
    public const string Grinder = "grinder";
    public const string Machine = "machine";
    public const string Seed = "seed";

    /// <summary>A sweep, for as long as it lasts.</summary>
    public const string Sweep = "sweep";

    /// <summary>Every node of the café, and no sweep: whose number says who is the majority.</summary>
    public const string Cafe = "cafe";

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
