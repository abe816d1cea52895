namespace ActorCafe.Benchmarks.Messages;

/// <summary>What the peers hand on.</summary>
internal sealed class Token;

/// <summary>A run begins: so many orders, of which these are the first.</summary>
internal sealed record Begin(Turnstile Turnstile, int InFlight);
