using ActorCafe.Analysis.Comparison;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Running;

/// <summary>A shop's result relative to the first shop's.</summary>
/// <param name="Result">The measurements.</param>
/// <param name="SpeedUp">The first shop's makespan divided by this one's; null if either is unknown.</param>
/// <param name="CapacityRatio">This shop's capacity divided by the first one's; null if either is unknown.</param>
internal sealed record ComparedResult(ShopResult Result, double? SpeedUp, double? CapacityRatio)
{
    /// <summary>
    /// The difference in time in shop from the first shop, with the same customers; null for the first shop and for a single
    /// replication.
    /// </summary>
    public PairedDifference? Difference { get; init; }

    /// <param name="results">The results, the reference first.</param>
    /// <param name="confidence">Confidence level, within (0, 1).</param>
    public static IReadOnlyList<ComparedResult> ToFirst(IReadOnlyList<ShopResult> results, double confidence) =>
    [
        .. ToFirst(results).Select((compared, at) => at == 0 || compared.Result.Replications < 2
            ? compared
            : compared with { Difference = PairedDifference.Of(results[0], compared.Result, confidence) }),
    ];

    public static IReadOnlyList<ComparedResult> ToFirst(IReadOnlyList<ShopResult> results) =>
    [
        .. results.Select(result => new ComparedResult(
            result,
            // A run that was stopped early did not serve the same customers.
            result.Interrupted || results[0].Interrupted ? null : Ratio(results[0].Makespan, result.Makespan),
            Ratio(result.CapacityPerHour, results[0].CapacityPerHour))),
    ];

    private static double? Ratio(double? above, double? below) => above >= 0 && below > 0 ? above / below : null;
}
