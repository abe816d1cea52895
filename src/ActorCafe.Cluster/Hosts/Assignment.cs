namespace ActorCafe.Cluster.Hosts;

/// <summary>Identifies one assignment of one order to one host. Only the answer to the current assignment counts.</summary>
/// <param name="Front">The unique id of the front process that made it.</param>
/// <param name="Number">The number within that process, from 1.</param>
internal readonly record struct Assignment(int Front, long Number);
