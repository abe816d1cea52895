namespace ActorCafe.Benchmarks;

/// <summary>The command line is invalid; the message says how to use it.</summary>
internal sealed class UsageException(string message) : Exception(message);
