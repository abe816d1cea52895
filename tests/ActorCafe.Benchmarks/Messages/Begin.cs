namespace ActorCafe.Benchmarks.Messages;

/// <summary>Begins a run with this many orders, of which these enter first.</summary>
internal sealed record Begin(Turnstile Turnstile, int InFlight);
