using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Comparison;

/// <summary>
/// The difference of the mean time in shop between two shops that serve the same customers. Chance affects both alike, so the differences
/// vary less than the values (common random numbers: Law, Simulation Modeling and Analysis, 5th edition, 11.2).
/// </summary>
/// <param name="Mean">Seconds; negative if the second shop is faster.</param>
/// <param name="Ci">The interval of the differences run by run; null if one of the shops has none.</param>
/// <param name="Unpaired">The interval as if the two served different customers (Welch); null like <paramref name="Ci"/>.</param>
public sealed record PairedDifference(double Mean, Interval? Ci, Interval? Unpaired)
{
    /// <summary>The factor by which pairing narrows the interval: 3 means a third; null if either is missing or has zero width.</summary>
    public double? Narrower => Ci is { } paired && Unpaired is { } unpaired && paired.High > paired.Low
        ? (unpaired.High - unpaired.Low) / (paired.High - paired.Low)
        : null;

    /// <summary>Null if either has no time in shop, or the numbers of replications differ.</summary>
    public static PairedDifference? Of(ShopResult from, ShopResult to, double confidence)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (a, b) = (Means(from), Means(to));
        if (a.Length == 0 || a.Length != b.Length || from.Interrupted || to.Interrupted)
        {
            return null;
        }

        var differences = b.Zip(a, (later, earlier) => later - earlier).ToArray();
        var hasMeans = from.ResponseTime.Ci is not null && to.ResponseTime.Ci is not null;
        return new(
            differences.Average(),
            hasMeans && StudentT.Interval(differences, confidence) is var (low, high) ? new(low, high) : null,
            hasMeans ? Welch(a, b, confidence) : null);
    }

    private static double[] Means(ShopResult result)
    {
        var means = result.Each.Select(run => run.ResponseTime.Mean).ToArray();
        return means.Contains(null) ? [] : [.. means.OfType<double>()];
    }

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
