using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>What the workers of a shop cost.</summary>
public static class StaffCost
{
    private static readonly TimeSpan LongDay = TimeSpan.FromHours(24);

    /// <param name="workers">Workers by stage.</param>
    /// <param name="costPerHour">The cost of a worker per hour, by stage.</param>
    public static double PerHour(IEnumerable<int> workers, ImmutableArray<double> costPerHour) => PerHour(workers.Select(count => (double)count), costPerHour);

    /// <summary>As above, of average numbers of workers.</summary>
    public static double PerHour(IEnumerable<double> workers, ImmutableArray<double> costPerHour) => workers.Zip(costPerHour, (count, cost) => count * cost).Sum();

    /// <summary>
    /// The cost of the scheduled workers from opening to <c>stop-at</c>, or until the door has closed and the last customer has left. Where customers never stop
    /// coming, of the first 24 hours.
    /// </summary>
    /// <returns>Null if the run was stopped early, or nobody came on a day without a closing time.</returns>
    public static double? OfDay(ShopSettings shop, ImmutableArray<double> costPerHour, ShopResult run)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(run);
        var opening = shop.Customers.OpensAt;
        return run.Interrupted || EndOf(shop.Customers, run) is not { } end
            ? null
            : (end - opening).TotalHours * PerHour(shop.Stages.Select(stage => stage.Schedule.Average(stage.Workers, opening, end)), costPerHour);
    }

    private static TimeSpan? EndOf(CustomersSettings customers, ShopResult run) =>
        !SteadyState.IsDay(customers) ? customers.OpensAt + LongDay
        : customers.StopAt ?? new[] { customers.Until, run.Makespan is { } seconds ? customers.OpensAt + TimeSpan.FromSeconds(seconds) : null }.Max();
}
