using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests;

/// <summary>Shops built in code, as the settings reader would build them.</summary>
internal static class Shops
{
    public static readonly Distribution[] EssayTimes = [new Exponential(20), new Exponential(60), new Exponential(45)];

    /// <summary>accept, grind and brew, one stage each.</summary>
    public static ShopSettings Pipeline(int waiters = 1, int grinders = 1, int machines = 1, params Distribution[] times) =>
        Of(
            [Stage("waiter", waiters, "accept"), Stage("grinder", grinders, "grind"), Stage("machine", machines, "brew")],
            times.Length == 0 ? EssayTimes : times);

    /// <summary>The waiter accepts and grinds, and stays with the customer while the machine brews.</summary>
    public static ShopSettings Solo(int of = 1, params Distribution[] times) =>
        Of(
            [Stage("waiter", of, "accept", "grind") with { StaysWithOrder = true }, Stage("machine", of, "brew")],
            times.Length == 0 ? EssayTimes : times);

    /// <summary>One stage that performs the whole order.</summary>
    public static ShopSettings Single(int workers, Distribution service, string router = "shared-queue-pool") =>
        Of([Stage("waiter", workers, "serve") with { Router = router }], [service], "serve");

    public static ShopSettings Of(ImmutableArray<StageSettings> stages, Distribution[] times, params string[] steps)
    {
        stages = [.. stages.Select((stage, index) => stage with { Index = index })];
        steps = steps.Length == 0 ? ["accept", "grind", "brew"] : steps;
        var recipe = steps.Select((step, at) => new RecipeStep(step, stages.First(stage => stage.Performs.Contains(step)).Index, times[at], 0));
        return new ShopSettings
        {
            Name = "test",
            Seed = 1,
            Clock = new ClockSettings(ClockMode.Virtual, 60),
            Menu = [new Drink(0, "coffee", 1, 0, [.. recipe])],
            Stages = stages,
            Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Renewal(new Exponential(40), 1), Orders = 200 },
            Statistics = new StatisticsSettings(WarmUp.None, 0.95),
            AkkaHocon = "",
        };
    }

    public static StageSettings Stage(string name, int workers, params string[] performs) => new()
    {
        Index = 0,
        Name = name,
        Worker = name,
        Is = name == "machine" ? WorkerKind.Machine : WorkerKind.Person,
        Performs = [.. performs],
        Router = "shared-queue-pool",
        Workers = workers,
    };

    public static ShopSettings WithStage(this ShopSettings shop, string name, Func<StageSettings, StageSettings> change) =>
        shop with { Stages = [.. shop.Stages.Select(stage => stage.Name == name ? change(stage) : stage)] };

    public static ShopSettings WithArrivals(this ShopSettings shop, ArrivalSettings arrivals, long? orders = null) =>
        shop with { Customers = shop.Customers with { Arrivals = arrivals, Orders = orders } };

    public static ShopSettings With(this ShopSettings shop, WarmUp warmUp) => shop with { Statistics = shop.Statistics with { WarmUp = warmUp } };

    public static ShopSettings WithCustomers(this ShopSettings shop, Func<CustomersSettings, CustomersSettings> change) =>
        shop with { Customers = change(shop.Customers) };

    public static ShopSettings WithRecipe(this ShopSettings shop, Func<RecipeStep, RecipeStep> change) =>
        shop with { Menu = [.. shop.Menu.Select(drink => drink with { Recipe = [.. drink.Recipe.Select(change)] })] };
}
