using ActorCafe.Floor.Facts;

namespace ActorCafe.Floor.Live;

/// <summary>What a live log holds under one number: a fact of the shop, or a change of the cluster.</summary>
/// <param name="Fact">The fact; of a change, its time alone.</param>
/// <param name="Change">The change; null for a fact.</param>
internal readonly record struct LiveEntry(Fact Fact, ClusterChange? Change);

/// <summary>A change of the cluster.</summary>
internal abstract record ClusterChange;

/// <summary>A node has another status.</summary>
internal sealed record NodeChange(LiveNode Node) : ClusterChange;

/// <summary>A coffee machine is on another node.</summary>
/// <param name="Machine">Its name.</param>
/// <param name="Node">The node's address; null: it is on none.</param>
internal sealed record MachineChange(string Machine, string? Node) : ClusterChange;
