using System.Collections.Immutable;
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
        request = request with { Shop = ForLongRun(request.Shop) };
        return request.Shop.Customers.Arrivals is ArrivalSettings.Hourly hourly
            ? await new ScheduleSearch(request, hourly).PlanAsync().ConfigureAwait(false)
            : await new StaffingSearch(request).PlanAsync().ConfigureAwait(false);
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
            Statistics = shop.Statistics.WarmUp is 0 ? shop.Statistics with { WarmUp = orders / 10 } : shop.Statistics,
        };
    }
}

/// <summary>A shop to plan, and what the plan must achieve.</summary>
public sealed record PlanRequest
{
    public required ShopSettings Shop { get; init; }

    /// <summary>The cost of a worker per hour, by stage, 0 or more.</summary>
    public required ImmutableArray<double> CostPerHour { get; init; }

    /// <summary>One or more.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>Replications of each staffing, 2 or more; an inconclusive one is given up to 16 times as many.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Replications that run in parallel.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Cancels the planning.</summary>
    public CancellationToken Cancellation { get; init; }

    public double Confidence => Shop.Statistics.Confidence;
}
