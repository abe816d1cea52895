using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>Runs many shops in parallel, in virtual time and without logs.</summary>
internal static class StudyRunner
{
    /// <summary>The results in order; null for a run that failed.</summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static Task<IReadOnlyList<ShopResult?>> RunAllAsync(IReadOnlyList<ShopSettings> shops, StudyOptions options) =>
        ForEachAsync(shops, shop => RunAsync(shop, options.Closing), options);

    /// <summary>The capacities in order, exact where a formula gives them; null where there is none.</summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static Task<IReadOnlyList<Capacity?>> CapacitiesAsync(IReadOnlyList<ShopSettings> shops, StudyOptions options) =>
        ForEachAsync(shops, shop => Simulation.CapacityAsync(shop, options.Closing), options);

    private static async Task<IReadOnlyList<T?>> ForEachAsync<T>(IReadOnlyList<ShopSettings> shops, Func<ShopSettings, Task<T?>> run, StudyOptions options)
        where T : class
    {
        var results = new T?[shops.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            shops.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = options.Closing },
            async (at, _) =>
            {
                results[at] = await run(shops[at]).ConfigureAwait(false);
                options.Progress?.Report((double)Interlocked.Increment(ref done) / shops.Count);
            }).ConfigureAwait(false);
        options.Closing.ThrowIfCancellationRequested();
        return results;
    }

    private static async Task<ShopResult?> RunAsync(ShopSettings shop, CancellationToken closing)
    {
        try
        {
            return await Simulation.RunAsync(
                shop with { Clock = shop.Clock with { Mode = ClockMode.Virtual } },
                new RunOptions { MeasureCapacity = false, Parallel = 1, CloseDoor = closing }).ConfigureAwait(false);
        }
        catch (ShopFailedException)
        {
            // Shops that block may deadlock with other customers, which is not the fault of the requested shop.
            return null;
        }
    }
}

/// <summary>Options of the extra runs behind a chart.</summary>
/// <param name="Parallel">The number of parallel runs, 1 or more.</param>
/// <param name="Progress">Receives the share of work done, from 0 to 1; null: not reported.</param>
/// <param name="Closing">Stops the study, which then has no result.</param>
public sealed record StudyOptions(int Parallel, IProgress<double>? Progress, CancellationToken Closing);

/// <summary>Replaces the customers of a shop.</summary>
internal static class StudyCustomers
{
    /// <summary>Poisson arrivals at one rate. The first tenth, which meet an empty shop, is warm-up.</summary>
    public static ShopSettings WithArrivals(this ShopSettings shop, double perHour, long orders) => shop with
    {
        Customers = new CustomersSettings
        {
            Arrivals = new ArrivalSettings.Renewal(new Exponential(3600 / perHour), 1),
            Orders = orders,
            OpensAt = shop.Customers.OpensAt,
            Patience = shop.Customers.Patience,
        },
        Statistics = shop.Statistics with { WarmUp = new WarmUp.Orders(orders / 10) },
    };

    /// <summary>Whether any drink has a share: in a recorded day none may.</summary>
    public static bool HasMenuShares(this ShopSettings shop) => shop.Sold().Any();
}
