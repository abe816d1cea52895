using System.Collections.Immutable;

namespace ActorCafe.Floor.Live;

/// <summary>A node of the cluster.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Status">Its status: joining, up, leaving, exiting, down, removed or unreachable.</param>
public sealed record LiveNode(string Address, ImmutableArray<string> Roles, string Status);
