using ActorCafe.Analysis.Comparison;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Running;

/// <summary>A shop's result relative to the first shop's.</summary>
/// <param name="Result">The measurements.</param>
/// <param name="SpeedUp">The first shop's makespan divided by this one's; null if either is unknown.</param>
/// <param name="CapacityRatio">This shop's capacity divided by the first one's; null if either is unknown.</param>
internal sealed record ComparedResult(ShopResult Result, double? SpeedUp, double? CapacityRatio)
{
    /// <summary>The mean cost of the workers on a day; null if it is of no interest, or the run was stopped early.</summary>
    public double? CostPerDay { get; init; }

    /// <summary>The differences from the first shop, with the same customers; null for the first shop and for a single replication.</summary>
    public PairedDifferences? Difference { get; init; }

    /// <param name="results">The results, the reference first.</param>
    /// <param name="costs">The cost of each replication, for each result; null where it is of no interest or unknown.</param>
    /// <param name="confidence">Confidence level, within (0, 1).</param>
    public static IReadOnlyList<ComparedResult> ToFirst(IReadOnlyList<ShopResult> results, IReadOnlyList<IReadOnlyList<double?>> costs, double confidence) =>
    [
        .. ToFirst(results).Select((compared, at) => compared with
        {
            CostPerDay = compared.Result.Interrupted ? null : costs[at].Average(),
            Difference = at == 0 || compared.Result.Replications < 2 ? null : PairedDifferences.Of((results[0], costs[0]), (compared.Result, costs[at]), confidence),
        }),
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
