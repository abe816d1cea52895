using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Planning;

/// <summary>What a target is about.</summary>
public enum TargetMeasure
{
    /// <summary>Time in shop, in seconds; so are the four below.</summary>
    Mean,
    P50,
    P95,
    P99,
    Max,

    /// <summary>The mean wait at a stage, in seconds.</summary>
    Wait,

    /// <summary>The share of orders turned away by a full stage.</summary>
    Rejected,

    /// <summary>The share of orders whose patience ended.</summary>
    Reneged,

    /// <summary>The share of a stage's time in service.</summary>
    Utilisation,
}

/// <summary>What a shop has to keep below a limit.</summary>
/// <param name="Text">As it was asked for.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Stage">The index of the stage that it is measured of; null: the shop.</param>
/// <param name="Limit">In seconds, or a share.</param>
public sealed record Target(string Text, TargetMeasure Measure, int? Stage, double Limit)
{
    public bool IsTime => Measure is not (TargetMeasure.Rejected or TargetMeasure.Reneged or TargetMeasure.Utilisation);

    /// <summary>What was measured in a run; null where there is no data.</summary>
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

    /// <summary>Judges by independent runs.</summary>
    public Judgement Judge(IReadOnlyList<ShopResult> runs, double confidence)
    {
        var values = runs.Select(In).OfType<double>().ToArray();
        if (values.Length < Math.Max(1, runs.Count))
        {
            return new Judgement(this, null, null, 0);
        }
        // The longest of all is no mean that an interval could stand around.
        if (Measure == TargetMeasure.Max)
        {
            return new Judgement(this, values.Max(), null, values.Max() < Limit ? 1 : 0);
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
        return new Judgement(this, moments.Mean, StudentT.Interval(values, confidence) is var (low, high) ? new Interval(low, high) : null, sure);
    }

    private static double? Share(long part, long all) => all > 0 ? (double)part / all : null;
}

/// <param name="Target">The target.</param>
/// <param name="Measured">The mean over the runs (of <see cref="TargetMeasure.Max"/> the largest); null where there is no data.</param>
/// <param name="Ci">Where the long-run mean lies.</param>
/// <param name="Sure">How likely the target is kept, judging by the runs: from 0 to 1.</param>
public sealed record Judgement(Target Target, double? Measured, Interval? Ci, double Sure);
