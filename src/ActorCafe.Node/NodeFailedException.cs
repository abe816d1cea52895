namespace ActorCafe.Node;

/// <summary>A node could not start, or could not go on; the message is one line for whoever runs it.</summary>
public sealed class NodeFailedException(string message, Exception? inner = null) : Exception(message, inner);
