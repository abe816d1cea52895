namespace ActorCafe.Benchmarks.Messages;

/// <summary>A run begins: so many orders, of which these are the first.</summary>
internal sealed record Begin(Turnstile Turnstile, int InFlight);
