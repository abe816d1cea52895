using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Comparison;

/// <summary>
/// How much longer (below 0: shorter) the mean time in one shop is than in another, on the same customers. What chance does to one it does
/// to the other, so the runs' differences vary less than their values (common random numbers: Law, Simulation Modeling and
/// Analysis, 5th edition, 11.2).
/// </summary>
/// <param name="Mean">In seconds.</param>
/// <param name="Ci">Of the differences, run by run; null under two runs, or where there is no steady state.</param>
/// <param name="Unpaired">Of the same means as if the two had met customers of their own (Welch); null as <paramref name="Ci"/>.</param>
public sealed record PairedDifference(double Mean, Interval? Ci, Interval? Unpaired)
{
    /// <summary>How much narrower the interval is by pairing: 3 means a third; null where either is missing or has no width.</summary>
    public double? Narrower => Ci is { } paired && Unpaired is { } unpaired && paired.High > paired.Low
        ? (unpaired.High - unpaired.Low) / (paired.High - paired.Low)
        : null;

    /// <summary>Null if either has no time in shop, or they were not played as often.</summary>
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
        var steady = from.Unstable.IsEmpty && to.Unstable.IsEmpty;
        return new(
            differences.Average(),
            steady && StudentT.Interval(differences, confidence) is var (low, high) ? new(low, high) : null,
            steady ? Welch(a, b, confidence) : null);
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
