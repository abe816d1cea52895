namespace ActorCafe.Benchmarks.Messages;

/// <summary>What the peers hand on.</summary>
internal sealed class Token;
