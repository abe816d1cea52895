namespace ActorCafe.Time;

/// <summary>
/// Ties a clock to the wall: which moment it has come to, and how long until another. Whoever changes the pace changes it from
/// that moment on, and the clock does not jump.
/// </summary>
/// <param name="wall">The wall clock.</param>
internal sealed class Pacer(TimeProvider wall)
{
    private long _since = wall.GetTimestamp();
    private long _from;

    /// <summary>Seconds of the clock per second of the wall; 0: it stands still; null: it does not wait for the wall.</summary>
    public double? Pace { get; private set; }

    /// <summary>The clock goes from where it stands, from now on.</summary>
    public void Start() => _since = wall.GetTimestamp();

    /// <summary>Changes the pace.</summary>
    /// <param name="pace">The new one.</param>
    /// <param name="last">The last event's moment, in ticks.</param>
    /// <param name="next">The next one's, in ticks: a clock that is late does not run past it.</param>
    public void Change(double? pace, long last, long next)
    {
        _from = Reached(last, next);
        Start();
        Pace = pace;
    }

    /// <summary>The moment the clock has come to between two events, in ticks.</summary>
    public long Reached(long last, long next) =>
        Pace is { } pace ? (long)Math.Clamp(_from + (wall.GetElapsedTime(_since).Ticks * pace), last, next) : last;

    /// <summary>How long the wall has to wait for a moment of the clock; at most an hour.</summary>
    /// <param name="due">The moment, in ticks.</param>
    public TimeSpan Until(long due) => Pace switch
    {
        null => TimeSpan.Zero,
        0 => TimeSpan.FromHours(1),
        { } pace => TimeSpan.FromSeconds(Math.Min(
            ((due - _from) / pace / TimeSpan.TicksPerSecond) - wall.GetElapsedTime(_since).TotalSeconds, 3600)),
    };
}
