using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Comparison;

/// <summary>
/// The difference of a measure between two shops that serve the same customers. Chance affects both alike, so the differences
/// vary less than the values (common random numbers: Law, Simulation Modeling and Analysis, 5th edition, 11.2).
/// </summary>
/// <param name="Mean">In the measure's unit; negative if the second shop has less.</param>
/// <param name="Ci">The interval of the differences run by run; null if one of the shops has none.</param>
/// <param name="Unpaired">The interval as if the two served different customers (Welch); null like <paramref name="Ci"/>.</param>
public sealed record PairedDifference(double Mean, Interval? Ci, Interval? Unpaired)
{
    /// <summary>The factor by which pairing narrows the interval: 3 means a third; null if either is missing or has zero width.</summary>
    public double? Narrower => Ci is { } paired && Unpaired is { } unpaired && paired.High > paired.Low
        ? (unpaired.High - unpaired.Low) / (paired.High - paired.Low)
        : null;

    /// <summary>Of the mean time in shop; null if either has none or was stopped early, or the numbers of replications differ.</summary>
    public static PairedDifference? Of(ShopResult from, ShopResult to, double confidence) => Of(from, to, run => run.ResponseTime.Mean, confidence);

    /// <summary>
    /// Of a measure; null if either has none or was stopped early, or the numbers of replications differ. Without intervals where the time in shop has none.
    /// </summary>
    public static PairedDifference? Of(ShopResult from, ShopResult to, Func<ShopResult, double?> measure, double confidence)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Interrupted || to.Interrupted)
        {
            return null;
        }

        var difference = Of([.. from.Each.Select(measure)], [.. to.Each.Select(measure)], confidence);
        // A queue that only grows has no long-run mean that an interval could be for.
        return from.ResponseTime.Ci is null || to.ResponseTime.Ci is null ? difference?.WithoutIntervals() : difference;
    }

    /// <summary>Of a measure with one value per replication; null if a value is missing, there is none, or the numbers of values differ.</summary>
    public static PairedDifference? Of(IReadOnlyList<double?> from, IReadOnlyList<double?> to, double confidence)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        double[] a = [.. from.OfType<double>()], b = [.. to.OfType<double>()];
        if (a.Length == 0 || a.Length != b.Length || a.Length != from.Count || b.Length != to.Count)
        {
            return null;
        }

        var differences = b.Zip(a, (later, earlier) => later - earlier).ToArray();
        return new(differences.Average(), StudentT.Interval(differences, confidence) is var (low, high) ? new(low, high) : null, Welch(a, b, confidence));
    }

    private PairedDifference WithoutIntervals() => this with { Ci = null, Unpaired = null };

    private static Interval? Welch(double[] a, double[] b, double confidence)
    {
        if (a.Length < 2)
        {
            return null;
        }

        var (va, vb) = (VarianceOfMean(a), VarianceOfMean(b));
        var middle = b.Average() - a.Average();
        if (va + vb == 0)
        {
            return new(middle, middle);
        }

        var freedom = (va + vb) * (va + vb) / (((va * va) + (vb * vb)) / (a.Length - 1));
        var half = StudentT.Quantile(confidence, Math.Max(1, (int)freedom)) * Math.Sqrt(va + vb);
        return new(middle - half, middle + half);
    }

    private static double VarianceOfMean(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
