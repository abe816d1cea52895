using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Benchmarks.Growth;

/// <summary>Shops of any size, in virtual time.</summary>
internal static class BenchmarkShops
{
    /// <summary>A tandem of stages with equal numbers of workers, each at a utilization of 80 %.</summary>
    public static ShopSettings Tandem(int stages, int workers, long orders) =>
        Of(stages, workers, orders, new ArrivalSettings.Renewal(new Exponential(60.0 / (0.8 * workers)), 1));

    /// <summary>One worker, exponential gaps and service times of these means in seconds (M/M/1).</summary>
    public static ShopSettings SingleServer(double gap, double service, long orders) =>
        Of(1, 1, orders, new ArrivalSettings.Renewal(new Exponential(gap), 1), service);

    /// <summary>One stage of four workers at which all orders queue at once.</summary>
    public static ShopSettings Crowd(long orders) => Of(1, 4, orders, new ArrivalSettings.AllAtOnce());

    private static ShopSettings Of(int stages, int workers, long orders, ArrivalSettings arrivals, double service = 60)
    {
        var steps = Enumerable.Range(1, stages).Select(number => $"step-{number}").ToArray();
        return new ShopSettings
        {
            Name = "growth",
            Seed = 1,
            Clock = new ClockSettings(ClockMode.Virtual, 1),
            Menu = [new Drink(0, "coffee", 1, 0, [.. steps.Select((step, stage) => new RecipeStep(step, stage, new Exponential(service), 0))])],
            Stages = [.. steps.Select((step, stage) => new StageSettings
            {
                Index = stage,
                Name = $"stage-{stage + 1}",
                Worker = "grinder",
                Performs = ImmutableArray.Create(step),
                Router = "shared-queue-pool",
                Workers = workers,
            })],
            Customers = new CustomersSettings { Arrivals = arrivals, Orders = orders },
            Statistics = new StatisticsSettings(WarmUp.None, 0.95),
            AkkaHocon = "",
        };
    }
}
