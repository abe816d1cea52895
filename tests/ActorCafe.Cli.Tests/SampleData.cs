using System.Collections.Immutable;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests;

/// <summary>Shops and results with hand-picked figures.</summary>
internal static class SampleData
{
    public static HoconObject EmptyTree { get; } = new(new Dictionary<string, HoconNode>(), new Origin("test.conf", 1));

    /// <summary>The pipeline: waiter, grinder, machine.</summary>
    public static ShopSettings Shop(string name = "pipeline", params int[] workers)
    {
        workers = workers.Length == 0 ? [1, 1, 1] : workers;
        ImmutableArray<StageSettings> stages =
        [
            Stage(0, "waiter", "accept", workers[0]),
            Stage(1, "grinder", "grind", workers[1]),
            Stage(2, "machine", "brew", workers[2]),
        ];
        return new ShopSettings
        {
            Name = name,
            Seed = 7,
            Clock = new ClockSettings(ClockMode.Virtual, 60),
            Menu =
            [
                new Drink(0, "coffee", 1, 0,
                [
                    new RecipeStep("accept", 0, new Deterministic(20), 0),
                    new RecipeStep("grind", 1, new Deterministic(60), 0),
                    new RecipeStep("brew", 2, new Deterministic(45), 0),
                ]),
            ],
            Stages = stages,
            Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Renewal(new Deterministic(90), 1), Orders = 10 },
            Statistics = new StatisticsSettings(WarmUp.None, 0.95),
            AkkaHocon = "",
        };
    }

    public static StageSettings Stage(int index, string name, string step, int workers) => new()
    {
        Index = index,
        Name = name,
        Worker = name,
        Is = name == "machine" ? WorkerKind.Machine : WorkerKind.Person,
        Performs = [step],
        Router = "shared-queue-pool",
        Workers = workers,
    };

    public static ShopResult Result(string name = "pipeline", double? capacity = 60, double? makespan = 7200, params int[] workers)
    {
        workers = workers.Length == 0 ? [1, 1, 1] : workers;
        return new ShopResult
        {
            Shop = name,
            Seed = 7,
            Clock = "virtual",
            Replications = 1,
            Orders = new OrderCounts(200, 196, 1, 2, 1),
            Makespan = makespan,
            ThroughputPerHour = 98,
            ResponseTime = new ResponseTime(252.25, new Interval(230.5, 274), 200, 426.5, 3900, 90000, 61.5),
            Stages =
            [
                StageResult("waiter", workers[0], 0.5, 0.125, 20.125),
                StageResult("grinder", workers[1], 0.96, 0, null),
                StageResult("machine", workers[2], 0.75, 0, 0.25),
            ],
            Drinks = [new DrinkResult("coffee", 196, new MeanOnly(252.25))],
            Bottleneck = "grinder",
            Capacity = capacity is { } perHour ? new Capacity(perHour, CapacityHow.Formula, null) : null,
            Concurrency = new Level(5.5, 19),
            Parallelism = new Level(2.21, 3),
            OrderQueue = new Level(0.5, 5),
            PickUpQueue = new Level(4.75, 17),
            LittlesLaw = new LittlesLaw(6.125, 6.125, 0),
            Events = 4321,
            WallSeconds = 0.125,
            Checksum = "0123456789abcdef",
        };
    }

    private static StageResult StageResult(string name, int workers, double utilisation, double blocked, double? wait) => new(
        name, workers, 200, 199, 1, utilisation, blocked, 0, new MeanOnly(60),
        new WaitingTime(wait, wait is null ? null : new Interval(wait.Value / 2, wait.Value * 2), wait * 3),
        new Level(wait / 10, wait is null ? null : 5));
}
