using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>Finds the cheapest pools: theory rules out, playing decides.</summary>
public static class Planner
{
    /// <exception cref="OperationCanceledException">The planning was given up.</exception>
    public static async Task<ShopPlan> PlanAsync(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request with { Shop = SteadyStream.Lengthen(request.Shop) };
        return request.Shop.Customers.Arrivals is ArrivalSettings.Hourly hourly
            ? await new DayPlanner(request, hourly).PlanAsync().ConfigureAwait(false)
            : await new PoolSearch(request).PlanAsync().ConfigureAwait(false);
    }
}
