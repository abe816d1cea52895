namespace ActorCafe.Shop;

/// <summary>Converts seconds, as distributions draw them, to the clock's time in ticks of 100 ns.</summary>
internal static class Durations
{
    /// <summary>Rounds a number of seconds to the nearest tick.</summary>
    /// <exception cref="OverflowException">The time exceeds what the clock can count (about 29,000 years).</exception>
    public static TimeSpan FromSeconds(double seconds)
    {
        var ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);

        // Faster than a checked conversion, which is a call.
        return ticks is >= long.MinValue and < -(double)long.MinValue
            ? new((long)ticks)
            : throw new OverflowException($"{seconds} s are more than the clock can count.");
    }
}
