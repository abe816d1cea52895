using System.Collections.Immutable;

namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// The distribution over time of a level that changes in steps, 0 or more, such as the number of orders in a shop: the share of time that it spends at each
/// value. Times are ticks of 100 ns, as in <see cref="TimeAverage"/>.
/// </summary>
/// <remarks>The memory is constant: values of <see cref="Most"/> and more share one place. Not thread-safe.</remarks>
internal sealed class LevelDistribution
{
    /// <summary>The first value that shares its place with all above it.</summary>
    public const int Most = 1000;

    private readonly long[] _ticks = new long[Most + 1];
    private TimeAverage _level;
    private long _last;
    private long _start;

    /// <summary>Changes the level.</summary>
    /// <param name="now">When, in ticks.</param>
    /// <param name="delta">The change, negative to lower the level.</param>
    public void Change(long now, int delta)
    {
        var level = _level.Value;
        var passed = _level.Change(now, delta);
        if (passed > 0)
        {
            _ticks[Math.Min(level, Most)] += passed;
            _last = now;
        }
    }

    /// <summary>Begins the window: forgets everything before it except the level itself.</summary>
    /// <param name="now">The window's start, in ticks.</param>
    public void Reset(long now)
    {
        _level.Reset(now);
        _last = _start = Math.Max(_last, now);
        Array.Clear(_ticks);
    }

    /// <inheritdoc cref="TimeAverage.Mean"/>
    public double? Mean(long end) => _level.Mean(end);

    /// <inheritdoc cref="TimeAverage.Max"/>
    public int Max(long end) => _level.Max(end);

    /// <inheritdoc cref="TimeAverage.Integral"/>
    public double Integral(long end) => _level.Integral(end);

    /// <summary>
    /// The shares of time at 0, 1, 2, ... up to the largest value that lasted within the window, which sum to 1; null unless the end is after the start.
    /// </summary>
    /// <param name="end">The window's end, in ticks.</param>
    public ImmutableArray<double>? Shares(long end)
    {
        end = Math.Max(_last, end);
        if (end <= _start)
        {
            return null;
        }

        var current = Math.Min(_level.Value, Most);
        var highest = Math.Min(Max(end), Most);
        double Share(int value) => (_ticks[value] + (value == current ? end - _last : 0)) / (double)(end - _start);
        return [.. Enumerable.Range(0, highest + 1).Select(Share)];
    }
}
