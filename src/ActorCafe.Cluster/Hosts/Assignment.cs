namespace ActorCafe.Cluster.Hosts;

/// <summary>One order given once to one worker elsewhere; an answer counts only for the assignment that stands.</summary>
/// <param name="Front">The unique id of the front node's process that gave it.</param>
/// <param name="Number">Counted by that process, from 1.</param>
public readonly record struct Assignment(int Front, long Number);
