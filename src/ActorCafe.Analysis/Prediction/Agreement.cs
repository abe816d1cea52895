using System.Collections.Immutable;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A predicted mean beside the measured one.</summary>
/// <param name="What">The stage, or null for the time in shop.</param>
/// <param name="Model">The stage's model; null where there is none.</param>
/// <param name="Exactness">How far the prediction can be trusted.</param>
/// <param name="Predicted">Mean seconds; null: no prediction.</param>
/// <param name="Measured">Mean seconds; null: no data.</param>
/// <param name="Interval">Where the long-run mean lies; null: not known.</param>
public sealed record Agreement(string? What, string? Model, Exactness Exactness, double? Predicted, double? Measured, Interval? Interval)
{
    /// <summary>Below what a table shows: where hardly anybody waits, a run in which nobody did has an interval of no width.</summary>
    private const double Rounding = 0.0005;

    /// <summary>What follows.</summary>
    public Verdict Verdict => Predicted is not { } predicted ? Verdict.NoFormula
        : Interval is null ? Verdict.NoInterval
        : predicted >= Interval.Low - Rounding && predicted <= Interval.High + Rounding ? Verdict.Agrees
        : Verdict.Differs;

    /// <summary>The waits of all stages and the time in shop.</summary>
    public static ImmutableArray<Agreement> Of(ShopPrediction prediction, ShopResult result) =>
    [
        .. prediction.Stages.Zip(result.Stages, (stage, measured) =>
            new Agreement(stage.Name, stage.Model, stage.Exactness, stage.Wait, measured.WaitingTime.Mean, measured.WaitingTime.Ci)),
        new Agreement(null, null, prediction.Exactness, prediction.TimeInShop, result.ResponseTime.Mean, result.ResponseTime.Ci),
    ];
}

/// <summary>Whether theory and simulation agree.</summary>
public enum Verdict
{
    /// <summary>There is no prediction.</summary>
    NoFormula,

    /// <summary>There is no interval: too few orders, or no steady state.</summary>
    NoInterval,

    /// <summary>The prediction lies in the interval.</summary>
    Agrees,

    /// <summary>It does not.</summary>
    Differs,
}
