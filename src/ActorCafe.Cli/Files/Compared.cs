using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>A shop's result against the first shop's.</summary>
/// <param name="Result">What was measured.</param>
/// <param name="SpeedUp">The first shop's makespan over this one's; null where one of them has none.</param>
/// <param name="CapacityRatio">This shop's capacity over the first one's; null where one of them has none.</param>
internal sealed record Compared(ShopResult Result, double? SpeedUp, double? CapacityRatio)
{
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
