namespace ActorCafe.Cluster.Settings;

/// <summary>The roles of nodes as the cluster spells them.</summary>
public static class Roles
{
    public const string Front = "front";
    public const string Grinder = "grinder";
    public const string Machine = "machine";
    public const string Seed = "seed";

    /// <summary>The name of a role.</summary>
    public static string Name(this NodeRole role) => role switch
    {
        NodeRole.Front => Front,
        NodeRole.Grinder => Grinder,
        NodeRole.Machine => Machine,
        _ => Seed,
    };
}
