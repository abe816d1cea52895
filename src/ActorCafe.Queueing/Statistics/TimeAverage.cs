namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// The time average and maximum of a level that changes in steps, such as a queue's length. Times are ticks of 100 ns
/// (<see cref="TimeSpan.Ticks"/>).
/// </summary>
/// <remarks>
/// <para>A moment before the last change counts as that of the last change, because threads in real time may report slightly out of order and time must not go
/// back.</para>
/// <para>A value counts for the maximum only if it lasted: a customer who is served on arrival makes no queue.</para>
/// <para>A mutable struct, so that it allocates nothing: never keep it in a readonly field. Not thread-safe.</para>
/// </remarks>
internal struct TimeAverage
{
    private long _start;
    private long _last;
    private int _max;
    private double _integral;

    /// <summary>The current level.</summary>
    public int Value { get; private set; }

    /// <summary>Changes the level.</summary>
    /// <param name="now">When, in ticks.</param>
    /// <param name="delta">The change, negative to lower the level.</param>
    /// <returns>How long the level was as it was before, in ticks.</returns>
    public long Change(long now, int delta)
    {
        var passed = now - _last;
        if (passed > 0)
        {
            _max = Math.Max(_max, Value);
            _integral += (double)Value * passed;
            _last = now;
        }

        Value += delta;
        return Math.Max(0, passed);
    }

    /// <summary>Begins the window: forgets everything before it except the level itself.</summary>
    /// <param name="now">The window's start, in ticks.</param>
    public void Reset(long now)
    {
        _last = Math.Max(_last, now);
        _start = _last;
        _integral = 0;
        _max = 0;
    }

    /// <summary>The time average from the window's start (0, or the last <see cref="Reset"/>); null unless the end is after it.</summary>
    /// <param name="end">The window's end, in ticks.</param>
    public readonly double? Mean(long end) => end > _start ? Integral(end) / (Math.Max(_last, end) - _start) : null;

    /// <summary>The largest value that lasted within the window; 0 if none above 0 did.</summary>
    /// <param name="end">The window's end, in ticks: the current value counts if it lasted before that.</param>
    public readonly int Max(long end) => end > _last ? Math.Max(_max, Value) : _max;

    /// <summary>The level summed over the window, in ticks; exact up to 2^53, which is 28 years at a level of 1.</summary>
    /// <param name="end">The window's end, in ticks.</param>
    public readonly double Integral(long end) => _integral + ((double)Value * Math.Max(0, end - _last));
}
