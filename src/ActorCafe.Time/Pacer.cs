namespace ActorCafe.Time;

/// <summary>
/// Ties a clock to real time: the moment it has reached, and how long to wait for another. A change of pace takes effect from the current moment on, so the
/// clock does not jump.
/// </summary>
/// <param name="wall">The source of real time.</param>
internal sealed class Pacer(TimeProvider wall)
{
    private long _since = wall.GetTimestamp();
    private long _from;

    /// <summary>Clock seconds per real second; 0 if the clock is paused, null if it does not wait for real time.</summary>
    public double? Pace { get; private set; }

    /// <summary>Lets the clock go on from where it is.</summary>
    public void Start() => _since = wall.GetTimestamp();

    /// <summary>Changes the pace.</summary>
    /// <param name="pace">The new pace.</param>
    /// <param name="last">The time of the last event, in ticks.</param>
    /// <param name="next">The time of the next event, in ticks; a clock that is late does not run past it.</param>
    public void Change(double? pace, long last, long next)
    {
        _from = Reached(last, next);
        Start();
        Pace = pace;
    }

    /// <summary>The moment that the clock has reached between two events, in ticks.</summary>
    public long Reached(long last, long next) =>
        Pace is { } pace ? (long)Math.Clamp(_from + (wall.GetElapsedTime(_since).Ticks * pace), last, next) : last;

    /// <summary>The real time to wait for a moment of the clock; at most one hour.</summary>
    /// <param name="due">The moment, in ticks.</param>
    public TimeSpan Until(long due) => Pace switch
    {
        null => TimeSpan.Zero,
        0 => TimeSpan.FromHours(1),
        { } pace => TimeSpan.FromSeconds(Math.Min(
            ((due - _from) / pace / TimeSpan.TicksPerSecond) - wall.GetElapsedTime(_since).TotalSeconds, 3600)),
    };
}
