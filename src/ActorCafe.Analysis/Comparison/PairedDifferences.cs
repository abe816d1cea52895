using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Comparison;

/// <summary>The differences between two shops that serve the same customers, each null if one of the two has no such measure.</summary>
/// <param name="Mean">Of the mean time in shop, in seconds.</param>
/// <param name="P95">Of its 95th percentile, in seconds.</param>
/// <param name="CostPerDay">Of the cost per day.</param>
public sealed record PairedDifferences(PairedDifference? Mean, PairedDifference? P95, PairedDifference? CostPerDay)
{
    /// <param name="from">The first shop, and the cost of each of its replications.</param>
    /// <param name="to">The second shop, likewise.</param>
    /// <param name="confidence">Confidence level, within (0, 1).</param>
    /// <returns>Null if one of the runs was stopped early, or the numbers of replications differ.</returns>
    public static PairedDifferences? Of((ShopResult Result, IReadOnlyList<double?> Costs) from, (ShopResult Result, IReadOnlyList<double?> Costs) to, double confidence) =>
        from.Result.Interrupted || to.Result.Interrupted || from.Result.Each.Length != to.Result.Each.Length ? null : new(
            PairedDifference.Of(from.Result, to.Result, confidence),
            PairedDifference.Of(from.Result, to.Result, run => run.ResponseTime.P95, confidence),
            PairedDifference.Of(from.Costs, to.Costs, confidence));
}
