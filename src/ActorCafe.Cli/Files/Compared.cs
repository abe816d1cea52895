using ActorCafe.Analysis.Comparison;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>A shop's result against the first shop's.</summary>
/// <param name="Result">What was measured.</param>
/// <param name="SpeedUp">The first shop's makespan over this one's; null where one of them has none.</param>
/// <param name="CapacityRatio">This shop's capacity over the first one's; null where one of them has none.</param>
internal sealed record Compared(ShopResult Result, double? SpeedUp, double? CapacityRatio)
{
    /// <summary>How its time in shop differs from the first shop's, on the same customers; null for the first, and with one replication.</summary>
    public PairedDifference? Difference { get; init; }

    /// <param name="results">The shops, the first one first.</param>
    /// <param name="confidence">The level of the intervals, within (0, 1).</param>
    public static IReadOnlyList<Compared> ToFirst(IReadOnlyList<ShopResult> results, double confidence) =>
    [
        .. ToFirst(results).Select((compared, at) => at == 0 || compared.Result.Replications < 2
            ? compared
            : compared with { Difference = PairedDifference.Of(results[0], compared.Result, confidence) }),
    ];

    public static IReadOnlyList<Compared> ToFirst(IReadOnlyList<ShopResult> results) =>
    [
        .. results.Select(result => new Compared(
            result,
            // A shop closed by hand did not serve the same customers.
            result.Interrupted || results[0].Interrupted ? null : Ratio(results[0].Makespan, result.Makespan),
            Ratio(result.CapacityPerHour, results[0].CapacityPerHour))),
    ];

    private static double? Ratio(double? above, double? below) => above >= 0 && below > 0 ? above / below : null;
}
