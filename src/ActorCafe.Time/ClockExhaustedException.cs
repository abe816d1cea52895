namespace ActorCafe.Time;

/// <summary>Virtual time came to an event that is later than a clock can count: 29,247 years, <see cref="TimeSpan.MaxValue"/>.</summary>
internal sealed class ClockExhaustedException() : Exception("the next event is later than the clock can count, which is 29,247 years");
