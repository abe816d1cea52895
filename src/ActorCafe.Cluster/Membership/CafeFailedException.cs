namespace ActorCafe.Cluster.Membership;

/// <summary>A node cannot be, or remain, part of the café. The message is one line for the operator.</summary>
public sealed class CafeFailedException(string message) : Exception(message);
