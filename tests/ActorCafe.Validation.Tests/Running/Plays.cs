using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;

namespace ActorCafe.Validation.Tests.Running;

/// <summary>How the shops of these tests are played and measured.</summary>
internal static class Plays
{
    /// <summary>The confidence of every interval: with some fifty of them, one in twenty editions of all these seeds would show a miss.</summary>
    public const double Confidence = 0.999;

    private static readonly RunOptions ResultOnly = new() { MeasureCapacity = false };

    /// <summary>A Poisson stream of customers, so many seconds apart on average.</summary>
    public static ShopSettings WithPoissonArrivals(this ShopSettings shop, double gap) => shop.WithGaps(new Exponential(gap));

    public static ShopSettings WithGaps(this ShopSettings shop, Distribution gap) => shop.WithArrivals(new ArrivalSettings.Renewal(gap, 1));

    /// <summary>The one run that is measured: how many orders, and how many of them are left out at the start.</summary>
    /// <remarks>Every test has a seed of its own, so that no two lean on the same luck.</remarks>
    public static ShopSettings Over(this ShopSettings shop, long orders, long seed, long warmUp = 5_000) => shop with
    {
        Seed = seed,
        Customers = shop.Customers with { Orders = orders },
        Statistics = new StatisticsSettings(warmUp, Confidence),
    };

    public static Task<ShopResult> PlayAsync(this ShopSettings shop) => ShopRun.PlayAsync(shop, ResultOnly);

    /// <summary>The interval around a value that a single run gives none for, from independent runs (Student's t).</summary>
    public static async Task<Interval> IntervalAsync(this ShopSettings shop, int runs, Func<ShopResult, double> value)
    {
        var values = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            values[run] = value(await (shop with { Seed = RandomStream.SeedOfReplication(shop.Seed, run + 1) }).PlayAsync());
        }

        var (low, high) = StudentT.Interval(values, Confidence)!.Value;
        return new Interval(low, high);
    }

    public static double MeanWait(this ShopResult result, int stage = 0) => result.Stages[stage].WaitingTime.Mean!.Value;

    public static Interval Wait(this ShopResult result, int stage = 0) => result.Stages[stage].WaitingTime.Ci!;
}
