namespace ActorCafe.Benchmarks.Messages;

/// <summary>What the peers hand on. Immutable, or Orleans would copy it for every grain.</summary>
[Immutable, GenerateSerializer]
internal sealed class Token;
