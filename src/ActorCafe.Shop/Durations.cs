namespace ActorCafe.Shop;

/// <summary>
/// Makes times of the clock, in ticks of 100 ns, from seconds as distributions draw them. A time that the clock cannot count (29,247 years or more) is
/// <see cref="TimeSpan.MaxValue"/>, and a run that comes to it fails.
/// </summary>
internal static class Durations
{
    /// <summary>Rounds a number of seconds, 0 or more, to the nearest tick.</summary>
    public static TimeSpan FromSeconds(double seconds)
    {
        var ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);

        // Faster than a saturating conversion, which is a call.
        return ticks < long.MaxValue ? new((long)ticks) : TimeSpan.MaxValue;
    }

    /// <summary>The time until a moment; 0 if it has passed, because the real clock may be late.</summary>
    public static TimeSpan Until(TimeSpan moment, TimeSpan now) => moment > now ? moment - now : TimeSpan.Zero;

    /// <summary>Adds two times, each 0 or more.</summary>
    public static TimeSpan Add(TimeSpan one, TimeSpan other) => other < TimeSpan.MaxValue - one ? one + other : TimeSpan.MaxValue;
}
