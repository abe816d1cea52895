using System.Collections.Immutable;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Planning;

/// <summary>An estimate of a target's measure.</summary>
/// <param name="Target">The target.</param>
/// <param name="Measured">The mean over all runs (for <see cref="TargetMeasure.Max"/> the largest value); null if there is no data.</param>
/// <param name="Ci">The confidence interval of the mean, two-sided.</param>
/// <param name="Confidence">The confidence that the target is met, from 0 to 1: one-sided, since only values above the limit miss it.</param>
public sealed record TargetEstimate(Target Target, double? Measured, Interval? Ci, double Confidence)
{
    /// <summary>
    /// The one-sided confidence bound of the mean. It is below the limit exactly if the confidence that the target is met is above the level asked for; the
    /// upper end of the two-sided interval is higher. Null where there is no interval.
    /// </summary>
    public double? AtMost { get; init; }

    /// <summary>The value on each day that was simulated, as the mean over its runs; null if there is no data.</summary>
    public ImmutableArray<double?> ByDay { get; init; } = [];

    /// <summary>
    /// The confidence that the target is met on average over days like these, from the differences between them (Student's t); null with one day only, and
    /// for a maximum.
    /// </summary>
    public double? OverDaysLikeThese => Target.Measure == TargetMeasure.Max || ByDay.Any(value => value is null) ? null : StudentT.MeanBelow(Target.Limit, [.. ByDay.OfType<double>()]);

    /// <summary>By how many standard errors the mean is below the limit; null if there is no error.</summary>
    internal double? ErrorsBelow { get; init; }

    /// <summary>
    /// The probability, as things are after some runs, that the target will be met with this confidence after more of them. The mean of all runs differs from
    /// that of the first ones with the variance s²/n (N - n)/N, and its own standard error is s/√N.
    /// </summary>
    internal double ChanceToBeMet(int runs, int most, double confidence)
    {
        if (ErrorsBelow is not { } errors || most <= runs)
        {
            return Confidence >= confidence ? 1 : 0;
        }

        var needed = StudentT.OneSidedQuantile(confidence, most - 1);
        return StudentT.Below(((errors * Math.Sqrt((double)most / runs)) - needed) / Math.Sqrt((double)(most - runs) / runs), runs - 1);
    }
}
