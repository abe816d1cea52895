using System.Collections.Immutable;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Planning;

/// <summary>The measure that a target limits.</summary>
public enum TargetMeasure
{
    /// <summary>Mean time in shop, in seconds; the next four are its quantiles and maximum.</summary>
    Mean,
    P50,
    P95,
    P99,
    Max,

    /// <summary>Mean wait at a stage, in seconds.</summary>
    Wait,

    /// <summary>The share of orders rejected by a full stage.</summary>
    Rejected,

    /// <summary>The share of orders whose customers lost patience.</summary>
    Reneged,

    /// <summary>The share of a stage's worker time spent in service.</summary>
    Utilisation,
}

/// <summary>A limit that a measure of the shop must stay below.</summary>
/// <param name="Text">The target as the user wrote it.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Stage">The index of the stage that is measured; null for the whole shop.</param>
/// <param name="Limit">Seconds, or a share from 0 to 1.</param>
public sealed record Target(string Text, TargetMeasure Measure, int? Stage, double Limit)
{
    public bool IsTime => Measure is not (TargetMeasure.Rejected or TargetMeasure.Reneged or TargetMeasure.Utilisation);

    /// <summary>The measure's value in a run; null if there is no data.</summary>
    public double? In(ShopResult run) => Measure switch
    {
        TargetMeasure.Mean => run.ResponseTime.Mean,
        TargetMeasure.P50 => run.ResponseTime.P50,
        TargetMeasure.P95 => run.ResponseTime.P95,
        TargetMeasure.P99 => run.ResponseTime.P99,
        TargetMeasure.Max => run.ResponseTime.Max,
        TargetMeasure.Wait => run.Stages[Stage!.Value].WaitingTime.Mean,
        TargetMeasure.Utilisation => run.Stages[Stage!.Value].Utilisation,
        TargetMeasure.Rejected => Share(run.Orders.Rejected, run.Orders.Arrived),
        _ => Share(run.Orders.Reneged, run.Orders.Arrived),
    };

    /// <summary>
    /// Estimates the measure, and the confidence that it meets the limit, from independent runs (Student's t). Where each run is of several days, its value is
    /// the mean over the days (for <see cref="TargetMeasure.Max"/> the largest).
    /// </summary>
    /// <param name="days">The runs of each day, the same number for each.</param>
    /// <param name="confidence">Confidence level, within (0, 1).</param>
    internal TargetEstimate Estimate(IReadOnlyList<IReadOnlyList<ShopResult>> days, double confidence)
    {
        ImmutableArray<double?> byDay = [.. days.Select(Over)];
        var runs = days[0].Count;
        double[] values = [.. Enumerable.Range(0, runs).Select(run => days.Any(day => In(day[run]) is null) ? null : days.Average(day => In(day[run]))).OfType<double>()];
        if (values.Length < runs)
        {
            return new TargetEstimate(this, null, null, 0) { ByDay = byDay };
        }

        // A maximum is no mean, so it has no interval.
        if (Measure == TargetMeasure.Max)
        {
            var largest = byDay.Max();
            return new TargetEstimate(this, largest, null, largest < Limit ? 1 : 0) { ByDay = byDay };
        }

        var moments = RunningMoments.Of(values);
        var mean = moments.Mean!.Value;
        var error = moments.StandardDeviation / Math.Sqrt(values.Length);
        return new TargetEstimate(this, mean, StudentT.Interval(values, confidence) is var (low, high) ? new Interval(low, high) : null, StudentT.MeanBelow(Limit, values) ?? 0)
        {
            AtMost = error is null ? null : mean + (StudentT.OneSidedQuantile(confidence, values.Length - 1) * error),
            ErrorsBelow = error > 0 ? (Limit - mean) / error : null,
            ByDay = byDay,
        };
    }

    /// <summary>The measure's value over the runs of a day; null if one has no data.</summary>
    private double? Over(IReadOnlyList<ShopResult> runs) =>
        runs.Any(run => In(run) is null) ? null : Measure == TargetMeasure.Max ? runs.Max(In) : runs.Average(In);

    private static double? Share(long part, long all) => all > 0 ? (double)part / all : null;
}
