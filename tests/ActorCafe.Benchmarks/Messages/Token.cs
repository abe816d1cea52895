namespace ActorCafe.Benchmarks.Messages;

/// <summary>The message that the alternative chains pass on. Immutable, or Orleans would copy it for every grain.</summary>
[Immutable, GenerateSerializer]
internal sealed class Token;
