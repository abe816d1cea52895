using System.Collections.Immutable;

namespace ActorCafe.Shop.Settings;

/// <summary>Changes of a pool's size by the shop's clock, once or again and again: opening hours, shifts and breaks.</summary>
public sealed class PoolSchedule
{
    /// <param name="changes">The changes, in order of time.</param>
    /// <param name="period">The time after which the schedule begins again, later than its last change; null if it does not repeat.</param>
    /// <exception cref="ArgumentException">The changes are not in order of time, or not within the period.</exception>
    public PoolSchedule(ImmutableArray<PoolChange> changes, TimeSpan? period = null)
    {
        if (changes.Zip(changes.Skip(1)).Any(pair => pair.First.At >= pair.Second.At))
        {
            throw new ArgumentException("The changes are in order of time.", nameof(changes));
        }

        if (period is not null && !(changes.LastOrDefault()?.At < period))
        {
            throw new ArgumentException("A schedule that repeats has changes, and all of them within its period.", nameof(period));
        }

        (Changes, Period) = (changes, period);
    }

    /// <summary>The pool keeps its size.</summary>
    public static PoolSchedule None { get; } = new([]);

    /// <summary>The changes of the only period, or of each.</summary>
    public ImmutableArray<PoolChange> Changes { get; }

    /// <summary>The time after which the schedule begins again, counted from the clock's 0; null if it does not repeat.</summary>
    public TimeSpan? Period { get; }

    /// <summary>Whether the pool keeps its size.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The size set by the last change at or before a time; null before the first. In a schedule that repeats, the last change precedes the first.</summary>
    public int? At(TimeSpan time)
    {
        var within = Period is { } period ? new TimeSpan(time.Ticks % period.Ticks) : time;
        return Changes.LastOrDefault(change => change.At <= within)?.Workers ?? (Period is null ? null : Changes[^1].Workers);
    }

    /// <summary>The changes after a time, by the shop's clock; without end if the schedule repeats.</summary>
    public IEnumerable<PoolChange> After(TimeSpan time)
    {
        for (var begun = Period is { } period ? time.Ticks - (time.Ticks % period.Ticks) : 0; ; begun += Period!.Value.Ticks)
        {
            foreach (var change in Changes)
            {
                // The clock can count no further.
                if (change.At.Ticks > long.MaxValue - begun)
                {
                    yield break;
                }

                if (change.At.Ticks + begun > time.Ticks)
                {
                    yield return change with { At = new TimeSpan(change.At.Ticks + begun) };
                }
            }

            if (Period is null || begun > long.MaxValue - Period.Value.Ticks)
            {
                yield break;
            }
        }
    }

    /// <summary>The largest size that the pool will have after a time; null if it will not change.</summary>
    public int? MostAfter(TimeSpan time) =>
        (Period is null ? Changes.Where(change => change.At > time) : Changes).Select(change => (int?)change.Workers).Max();

    /// <summary>The time average of the pool's size.</summary>
    /// <param name="before">The size before the first change.</param>
    /// <param name="from">The start, by the shop's clock.</param>
    /// <param name="to">The end, after the start.</param>
    public double Average(int before, TimeSpan from, TimeSpan to)
    {
        var (workers, since, sum) = (At(from) ?? before, from, 0.0);
        foreach (var change in After(from).TakeWhile(change => change.At < to))
        {
            sum += workers * (change.At - since).TotalSeconds;
            (workers, since) = (change.Workers, change.At);
        }

        return (sum + (workers * (to - since).TotalSeconds)) / (to - from).TotalSeconds;
    }

    /// <summary>The pool's size in the long run: the average of a period, or the size set by the last change.</summary>
    /// <param name="before">The size of a pool that does not change.</param>
    public double LongRun(int before) =>
        Period is { } period ? Average(before, TimeSpan.Zero, period) : Changes.LastOrDefault()?.Workers ?? before;

    /// <summary>Returns the schedule without the changes at or before a time; if it repeats, it is the same.</summary>
    public PoolSchedule Since(TimeSpan time) => Period is null ? new([.. After(time)]) : this;

    /// <summary>Returns the schedule with another size for each of its changes.</summary>
    public PoolSchedule Resized(Func<int, int> size) =>
        new([.. Changes.Select(change => change with { Workers = size(change.Workers) })], Period);
}

/// <param name="At">The time of the shop's clock at which the change takes effect.</param>
/// <param name="Workers">The pool's size from then on, 0 or more; with 0 nobody works there, and orders wait.</param>
public sealed record PoolChange(TimeSpan At, int Workers);
