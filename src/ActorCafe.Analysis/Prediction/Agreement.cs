using System.Collections.Immutable;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Compares a predicted mean with the measured one.</summary>
/// <param name="What">The stage of the mean wait; null for the time in shop.</param>
/// <param name="Model">The stage's model; null if there is none.</param>
/// <param name="Exactness">The exactness of the prediction.</param>
/// <param name="Predicted">Mean seconds, or a share; null if there is no prediction.</param>
/// <param name="Measured">The same as measured; null if there is no data.</param>
/// <param name="Interval">The confidence interval of the long-run value; null if unknown.</param>
public sealed record Agreement(string? What, string? Model, Exactness Exactness, double? Predicted, double? Measured, Interval? Interval)
{
    /// <summary>Smaller than any table shows: where waits are rare, a run without one has an interval of zero width.</summary>
    private const double Rounding = 0.0005;

    /// <summary>Where the share of time with more orders than this in the shop is compared; else null.</summary>
    public int? MoreInShopThan { get; init; }

    /// <summary>Whether the two agree.</summary>
    public Verdict Verdict => Predicted is not { } predicted ? Verdict.NoFormula
        : Interval is null ? Verdict.NoInterval
        : predicted >= Interval.Low - Rounding && predicted <= Interval.High + Rounding ? Verdict.Agrees
        : Verdict.Differs;

    /// <summary>Compares the mean wait of every stage, the time in shop and, where its distribution is predicted, the number in shop.</summary>
    public static ImmutableArray<Agreement> Of(ShopPrediction prediction, ShopResult result)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(result);
        // Replications of a finite day have an interval of the mean over such days. Only where all times are constant, that day is predicted.
        Interval? OfPredicted(Interval? ci) => result.SteadyState.Reached || prediction.Makespan is not null ? ci : null;
        return
        [
            .. prediction.Stages.Zip(result.Stages, (stage, measured) =>
                new Agreement(stage.Name, stage.Model, stage.Exactness, stage.Wait, measured.WaitingTime.Mean, OfPredicted(measured.WaitingTime.Ci))),
            new Agreement(null, null, prediction.Exactness, prediction.TimeInShop, result.ResponseTime.Mean, OfPredicted(result.ResponseTime.Ci)),
            .. NumberInShop(prediction, result),
        ];
    }

    /// <summary>The share of time with more orders in the shop than are predicted for 95 % of the time. One run gives no interval for it.</summary>
    private static IEnumerable<Agreement> NumberInShop(ShopPrediction prediction, ShopResult result)
    {
        if (prediction.InShop is not { } predicted || result.InShop.Probabilities is null || predicted.Quantile(0.95) is var number && number >= LevelDistribution.Most)
        {
            yield break;
        }

        double[] shares = [.. result.Each.Select(run => run.InShop.Probabilities).OfType<ImmutableArray<double>>().Select(run => run.Skip(number + 1).Sum())];
        var interval = result.SteadyState.Reached && StudentT.Interval(shares, prediction.Confidence) is { } ends ? new Interval(ends.Low, ends.High) : null;
        yield return new(null, null, Exactness.Exact, predicted.MoreThan(number), shares.Average(), interval) { MoreInShopThan = number };
    }
}

/// <summary>Whether theory and simulation agree.</summary>
public enum Verdict
{
    /// <summary>There is no prediction.</summary>
    NoFormula,

    /// <summary>There is no interval, for lack of orders or of a steady state.</summary>
    NoInterval,

    /// <summary>The prediction lies in the interval.</summary>
    Agrees,

    /// <summary>The prediction lies outside the interval.</summary>
    Differs,
}
