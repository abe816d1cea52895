using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>Finds the cheapest staffing that meets targets: theory eliminates candidates, simulation picks the winner.</summary>
public static class Planner
{
    private const long FewestOrders = 2000;

    /// <exception cref="OperationCanceledException">The planning was cancelled.</exception>
    public static async Task<ShopPlan> PlanAsync(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Days.IsEmpty)
        {
            return await new ScheduleSearch(request, PlannedHours.Of(request.Days)).PlanAsync().ConfigureAwait(false);
        }

        request = request with { Shop = ForLongRun(request.Shop) };
        return request.Shop.Customers.Arrivals is ArrivalSettings.Hourly hourly
            ? await new ScheduleSearch(request, PlannedHours.Of(request.Shop.Customers, hourly)).PlanAsync().ConfigureAwait(false)
            : await new StaffingSearch(request, new PlanProgress(request.Progress)).PlanAsync().ConfigureAwait(false);
    }

    /// <summary>Whether customers arrive at a constant rate and the door never closes, so that a plan is judged by the long run.</summary>
    internal static bool IsStationary(ShopSettings shop) => shop.Customers is { Arrivals: ArrivalSettings.Renewal { Changes.IsEmpty: true }, Until: null, StopAt: null };

    /// <summary>A stationary shop with enough orders and a warm-up, so that the empty shop at opening does not count; any other unchanged.</summary>
    internal static ShopSettings ForLongRun(ShopSettings shop)
    {
        if (!IsStationary(shop))
        {
            return shop;
        }

        var orders = Math.Max(FewestOrders, shop.Customers.Orders ?? FewestOrders);
        return shop with
        {
            Customers = shop.Customers with { Orders = orders },
            Statistics = shop.Statistics.WarmUp == WarmUp.None ? shop.Statistics with { WarmUp = new WarmUp.Orders(orders / 10) } : shop.Statistics,
        };
    }
}
