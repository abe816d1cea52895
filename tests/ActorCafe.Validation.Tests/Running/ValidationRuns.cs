using System.Globalization;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;

namespace ActorCafe.Validation.Tests.Running;

/// <summary>Builds and runs the shops of these tests, and measures intervals.</summary>
internal static class ValidationRuns
{
    /// <summary>The confidence of every interval. With about seventy intervals, one set of seeds in fourteen would show a miss.</summary>
    public const double Confidence = 0.999;

    /// <summary>
    /// VALIDATION_TIMES=10 makes every measured run ten times as long and its interval a third as wide. Use it before a release,
    /// in a Release build; it takes a few minutes.
    /// </summary>
    private static readonly long Times = long.Parse(Environment.GetEnvironmentVariable("VALIDATION_TIMES") ?? "1", CultureInfo.InvariantCulture);

    private static readonly RunOptions ResultOnly = new() { MeasureCapacity = false };

    /// <summary>Poisson arrivals with a mean interarrival time in seconds.</summary>
    public static ShopSettings WithPoissonArrivals(this ShopSettings shop, double gap) => shop.WithGaps(new Exponential(gap));

    public static ShopSettings WithGaps(this ShopSettings shop, Distribution gap) => shop.WithArrivals(new ArrivalSettings.Renewal(gap, 1));

    /// <summary>A menu of one-step drinks with their shares, priorities and service times.</summary>
    public static ShopSettings WithDrinks(this ShopSettings shop, params (double Share, int Priority, Distribution Service)[] drinks)
    {
        var step = shop.Menu[0].Recipe[0];
        return shop with
        {
            Menu = [.. drinks.Select((drink, index) =>
                new Drink(index, $"drink-{index}", drink.Share, drink.Priority, [step with { Service = drink.Service }]))],
        };
    }

    /// <summary>Sets the length of the measured run: the number of orders, and how many of them are warm-up.</summary>
    /// <remarks>Every test has its own seed, so that their errors are independent.</remarks>
    public static ShopSettings Over(this ShopSettings shop, long orders, long seed, long warmUp = 5_000) => shop with
    {
        Seed = seed,
        Customers = shop.Customers with { Orders = orders * Times },
        Statistics = new StatisticsSettings(new WarmUp.Orders(warmUp), Confidence),
    };

    public static Task<ShopResult> RunAsync(this ShopSettings shop) => Simulation.RunAsync(shop, ResultOnly);

    /// <summary>Intervals from independent runs (Student's t), for values for which a single run has none.</summary>
    public static async Task<Interval[]> IntervalsAsync(this ShopSettings shop, int runs, params Func<ShopResult, double>[] values)
    {
        var results = new ShopResult[runs];
        for (var run = 0; run < runs; run++)
        {
            results[run] = await (shop with { Seed = RandomStream.SeedOfReplication(shop.Seed, run + 1) }).RunAsync();
        }

        return
        [
            .. values.Select(value =>
            {
                var (low, high) = StudentT.Interval([.. results.Select(value)], Confidence)!.Value;
                return new Interval(low, high);
            }),
        ];
    }

    public static Interval Wait(this ShopResult result, int stage = 0) => result.Stages[stage].WaitingTime.Ci!;
}
