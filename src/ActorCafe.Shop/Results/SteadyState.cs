using System.Globalization;
using System.Text.Json.Serialization;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>Whether a shop settles down as customers keep coming. Where it does not, its means have no long-run value and no interval.</summary>
/// <param name="Reached">Whether it settles down.</param>
/// <param name="Reason">Why it does not, in words; null if it does.</param>
public sealed record SteadyState(bool Reached, string? Reason)
{
    /// <summary>The shop settles down.</summary>
    public static SteadyState Exists { get; } = new(true, null);

    /// <summary>Where orders arrive faster than they can be served; null if there is another reason, or none.</summary>
    [JsonIgnore]
    public Overload? Overload { get; private init; }

    /// <summary>Decides whether a shop has a steady state.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="run">Its result, for its capacity and for the share of customers who leave because a stage is full or their patience ends.</param>
    public static SteadyState Of(ShopSettings shop, ShopResult run)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(run);
        return !run.ChangedPools.IsEmpty ? new(false, "workers were added or removed while it ran")
            : EndOf(shop.Customers) is { } end ? new(false, end)
            : Overload.Of(shop, run) is { } overload ? new(false, overload.InWords) { Overload = overload }
            : Exists;
    }

    /// <summary>Whether customers come on one finite day only. Replications are then days like it, and their mean has an interval.</summary>
    public static bool IsDay(CustomersSettings customers) => EndOf(customers) is not null;

    /// <summary>Returns the result with what was decided, and without the intervals of means that it does not have.</summary>
    internal static ShopResult Apply(ShopSettings shop, ShopResult result)
    {
        var steady = Of(shop, result);
        return steady.Reached || (result.Replications > 1 && IsDay(shop.Customers)) ? result with { SteadyState = steady } : result with
        {
            SteadyState = steady,
            ResponseTime = result.ResponseTime with { Ci = null, Batches = null },
            Stages = [.. result.Stages.Select(stage => stage with { WaitingTime = stage.WaitingTime with { Ci = null, Batches = null } })],
        };
    }

    private static string? EndOf(CustomersSettings customers) => customers switch
    {
        { Arrivals: ArrivalSettings.AllAtOnce or ArrivalSettings.Renewal { Gap.Mean: 0 } } => "all customers come at once",
        { Arrivals: ArrivalSettings.Trace } => "the customers are recorded, and nobody comes after the last one",
        { StopAt: { } stop } => $"the run is cut off at {InWords(stop)}",
        { Until: { } until } => $"nobody comes after {InWords(until)}",
        _ => null,
    };

    private static string InWords(TimeSpan time)
    {
        var seconds = (time.Ticks % TimeSpan.TicksPerMinute) / (double)TimeSpan.TicksPerSecond;
        (double Count, string Unit)[] parts = [(Math.Floor(time.TotalHours), "h"), (time.Minutes, "m"), (seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count:0.#######}{part.Unit}")).DefaultIfEmpty("0s"));
    }
}
