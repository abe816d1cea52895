using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Shop.Observation;

/// <summary>The statistics' plain values as records of the result.</summary>
internal static class Measures
{
    public static Interval? AsInterval(this (double Low, double High)? bounds) =>
        bounds is { } known ? new Interval(known.Low, known.High) : null;

    /// <summary>The time average and maximum up to <paramref name="end"/>; nulls if no time passed, or there is no end.</summary>
    public static Level AsLevel(this in TimeAverage level, TimeSpan? end) =>
        end is { Ticks: var ticks } && level.Mean(ticks) is { } mean ? new Level(mean, level.Max(ticks)) : new Level(null, null);
}
