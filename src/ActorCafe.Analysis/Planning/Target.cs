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

    /// <summary>Estimates the measure, and the confidence that it meets the limit, from independent runs (Student's t).</summary>
    public TargetEstimate Estimate(IReadOnlyList<ShopResult> runs, double confidence)
    {
        var values = runs.Select(In).OfType<double>().ToArray();
        if (values.Length < Math.Max(1, runs.Count))
        {
            return new TargetEstimate(this, null, null, 0);
        }

        // A maximum is no mean, so it has no interval.
        if (Measure == TargetMeasure.Max)
        {
            return new TargetEstimate(this, values.Max(), null, values.Max() < Limit ? 1 : 0);
        }

        var moments = new RunningMoments();
        foreach (var value in values)
        {
            moments.Add(value);
        }

        var error = moments.StandardDeviation / Math.Sqrt(values.Length);
        var sure = error > 0
            ? StudentT.Below((Limit - moments.Mean!.Value) / error.Value, values.Length - 1)
            : moments.Mean < Limit ? 1 : 0;
        return new TargetEstimate(this, moments.Mean, StudentT.Interval(values, confidence) is var (low, high) ? new Interval(low, high) : null, sure);
    }

    private static double? Share(long part, long all) => all > 0 ? (double)part / all : null;
}

/// <summary>An estimate of a target's measure.</summary>
/// <param name="Target">The target.</param>
/// <param name="Measured">The mean over all runs (for <see cref="TargetMeasure.Max"/> the largest value); null if there is no data.</param>
/// <param name="Ci">The confidence interval of the mean.</param>
/// <param name="Confidence">The confidence that the target is met, from 0 to 1.</param>
public sealed record TargetEstimate(Target Target, double? Measured, Interval? Ci, double Confidence);
