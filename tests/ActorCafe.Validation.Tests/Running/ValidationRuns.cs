using System.Globalization;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;

namespace ActorCafe.Validation.Tests.Running;

/// <summary>How the shops of these tests are played and measured.</summary>
internal static class ValidationRuns
{
    /// <summary>The confidence of every interval: with some seventy of them, one set of seeds in fourteen would show a miss.</summary>
    public const double Confidence = 0.999;

    /// <summary>
    /// VALIDATION_TIMES=10 makes every measured run ten times as long, and its interval a third as wide: worth the few
    /// minutes before a release (in Release), too slow for every day.
    /// </summary>
    private static readonly long Times = long.Parse(Environment.GetEnvironmentVariable("VALIDATION_TIMES") ?? "1", CultureInfo.InvariantCulture);

    private static readonly RunOptions ResultOnly = new() { MeasureCapacity = false };

    /// <summary>A Poisson stream of customers, so many seconds apart on average.</summary>
    public static ShopSettings WithPoissonArrivals(this ShopSettings shop, double gap) => shop.WithGaps(new Exponential(gap));

    public static ShopSettings WithGaps(this ShopSettings shop, Distribution gap) => shop.WithArrivals(new ArrivalSettings.Renewal(gap, 1));

    /// <summary>A menu of drinks that are one step of one stage, by their weight, rank and service time.</summary>
    public static ShopSettings WithDrinks(this ShopSettings shop, params (double Share, int Priority, Distribution Service)[] drinks)
    {
        var step = shop.Menu[0].Recipe[0];
        return shop with
        {
            Menu = [.. drinks.Select((drink, index) =>
                new Drink(index, $"drink-{index}", drink.Share, drink.Priority, [step with { Service = drink.Service }]))],
        };
    }

    /// <summary>The one run that is measured: how many orders, and how many of them are left out at the start.</summary>
    /// <remarks>Every test has a seed of its own, so that no two lean on the same luck.</remarks>
    public static ShopSettings Over(this ShopSettings shop, long orders, long seed, long warmUp = 5_000) => shop with
    {
        Seed = seed,
        Customers = shop.Customers with { Orders = orders * Times },
        Statistics = new StatisticsSettings(warmUp, Confidence),
    };

    public static Task<ShopResult> RunAsync(this ShopSettings shop) => Simulation.RunAsync(shop, ResultOnly);

    /// <summary>The intervals around values that a single run gives none for, from independent runs (Student's t).</summary>
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
