namespace ActorCafe.Shop;

/// <summary>Seconds as the distributions draw them, and time as the clock counts it (ticks of 100 ns).</summary>
internal static class Durations
{
    /// <summary>The nearest tick to a number of seconds.</summary>
    /// <exception cref="OverflowException">The time is beyond what the clock can count (29,000 years).</exception>
    public static TimeSpan FromSeconds(double seconds)
    {
        var ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);

        // A checked conversion would do, but it is a call.
        return ticks is >= long.MinValue and < -(double)long.MinValue
            ? new((long)ticks)
            : throw new OverflowException($"{seconds} s are more than the clock can count.");
    }
}
