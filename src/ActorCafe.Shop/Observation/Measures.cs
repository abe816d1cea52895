using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Shop.Observation;

/// <summary>Converts plain statistics to records of the result.</summary>
internal static class Measures
{
    public static Interval? AsInterval(this (double Low, double High)? bounds) =>
        bounds is { } known ? new Interval(known.Low, known.High) : null;

    /// <summary>Describes the batches behind an interval; null if they are too few for one.</summary>
    public static Batches? AsBatches(this BatchMeans means) =>
        means.Batches >= BatchMeans.FewestBatches
            ? new Batches(means.Batches, means.BatchSize, means.Correlation(), means.IndependencePValue())
            : null;

    /// <summary>Returns the time average and maximum up to <paramref name="end"/>; nulls if no time has passed or there is no end.</summary>
    public static Level AsLevel(this in TimeAverage level, TimeSpan? end) =>
        end is { Ticks: var ticks } && level.Mean(ticks) is { } mean ? new Level(mean, level.Max(ticks)) : new Level(null, null);

    /// <inheritdoc cref="AsLevel"/>
    public static InShop AsInShop(this LevelDistribution level, TimeSpan? end) =>
        end is { Ticks: var ticks } && level.Shares(ticks) is { } shares ? new InShop(level.Mean(ticks), level.Max(ticks), shares) : new InShop(null, null, null);
}
