namespace ActorCafe.Floor.Clusters;

/// <summary>A cluster of processes, as the page shows and changes it. Called from any thread.</summary>
public interface IClusterControl
{
    /// <summary>The address of the front's HTTP.</summary>
    Uri Front { get; }

    /// <summary>The API key that the front asks for; null: none.</summary>
    string? ApiKey { get; }

    /// <summary>The processes, in the order in which they were first started.</summary>
    IReadOnlyList<ClusterNode> Nodes { get; }

    /// <summary>Customers per second; 0: nobody orders.</summary>
    double Rate { get; }

    /// <summary>Kills a process at once.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The node afterwards; null if it was not running.</returns>
    ClusterNode? Kill(string name);

    /// <summary>Starts another node.</summary>
    /// <param name="role">Its role, grinder or machine.</param>
    /// <returns>Its name; null if there are too many.</returns>
    string? Start(string role);

    /// <summary>Changes how many customers come.</summary>
    /// <param name="perSecond">Customers per second, 0 or more.</param>
    void SetRate(double perSecond);
}

/// <summary>A node as a process.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Role">Its role.</param>
/// <param name="Address">Its latest address in the cluster; null before it was first up.</param>
/// <param name="State">What the process does.</param>
/// <param name="Since">For how long.</param>
/// <param name="StartsAgain">Whether it is started again by itself after it was killed.</param>
public sealed record ClusterNode(string Name, string Role, string? Address, ClusterNodeState State, TimeSpan Since, bool StartsAgain);

/// <summary>What a node's process does.</summary>
public enum ClusterNodeState
{
    /// <summary>It starts, and is not up yet.</summary>
    Starting,

    Running,

    /// <summary>It was killed on request.</summary>
    Killed,

    /// <summary>It ended by itself.</summary>
    Ended,
}
