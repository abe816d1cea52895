using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tables;

/// <summary>Says in words where there is no steady state, and what that means for the figures.</summary>
internal static class SteadyStateWords
{
    /// <summary>Null if there is one.</summary>
    public static string? Of(ShopResult result) => result.SteadyState is { Reached: false } steady
        ? $"There is no steady state: {steady.Reason}. {Consequence(result)}"
        : null;

    /// <summary>Warns that a mean includes customers who met other workers than those of the long run; null if it does not.</summary>
    public static string? OfSchedule(ShopSettings shop, ShopResult result) =>
        result is { SteadyState.Reached: true, ResponseTime.Ci: not null, WarmUp: 0 } && shop.Stages.Any(stage => stage.Schedule is { IsEmpty: false, Period: null })
            ? "The long run has the workers that the schedule ends with, but the mean and its interval include customers from before its last change. Leave them out with cafe.statistics.warm-up."
            : null;

    /// <summary>Of several shops, a sentence for each reason.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ShopResult> shops)
    {
        foreach (var alike in shops.Where(shop => !shop.SteadyState.Reached).GroupBy(shop => TooMany(shop)?.ArrivalsPerHour is { } rate ? Overload.Text(rate) : shop.SteadyState.Reason))
        {
            var reason = alike.Skip(1).Any() && TooMany(alike.First()) is not null
                ? $"{alike.Key} orders arrive per hour, at most {DisplayFormat.List([.. alike.Select(shop => Overload.Text(TooMany(shop)!.CapacityPerHour)).Distinct()])} can be served"
                : alike.First().SteadyState.Reason;
            yield return $"There is no steady state in {DisplayFormat.List([.. alike.Select(shop => shop.Shop)])}: {reason}. {Consequence(alike.First())}";
        }
    }

    private static Overload? TooMany(ShopResult shop) => shop.SteadyState.Overload is { IsOfAllCustomers: true } overload ? overload : null;

    private static string Consequence(ShopResult result) => !result.ChangedPools.IsEmpty
        ? "The figures cover the whole run; the table shows each stage's largest pool, and the capacity is that of the last pools."
        : result.SteadyState.Overload is not null
        ? "Queues grow as long as customers come, so mean times depend on how many come, and have no interval."
        : result.Replications > 1 ? "Intervals are for the mean over days like this one."
        : "The figures are of this one day; --replications gives intervals for the mean over days like it.";
}
