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

    /// <summary>One stage of four workers at which all orders queue at once.</summary>
    public static ShopSettings Crowd(long orders) => Of(1, 4, orders, new ArrivalSettings.AllAtOnce());

    private static ShopSettings Of(int stages, int workers, long orders, ArrivalSettings arrivals)
    {
        var steps = Enumerable.Range(1, stages).Select(number => $"step-{number}").ToArray();
        return new ShopSettings
        {
            Name = "growth",
            Seed = 1,
            Clock = new ClockSettings(ClockMode.Virtual, 1),
            Menu = [new Drink(0, "coffee", 1, 0, [.. steps.Select((step, stage) => new RecipeStep(step, stage, new Exponential(60), 0))])],
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
            Statistics = new StatisticsSettings(0, 0.95),
            AkkaHocon = "",
        };
    }
}
