using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Compares predictions with simulation: the mean wait at every stage, and the time in shop.</summary>
public class PredictionTests
{
    public static TheoryData<string, long> Exact => new()
    {
        { "two drinks, one that skips the grinder, and brews made again", 91 },
        { "a queue for each grinder, at random", 92 },
        { "in turn at the last stage", 93 },
        { "a hand-over at the last stage", 94 },
        { "a priority in the middle", 95 },
        { "customers who are called", 96 },
        { "customers who wait outside", 97 },
        { "customers who come again to several grinders", 98 },
        { "a waiter behind another one who stays", 99 },
        { "a waiter who breaks down", 111 },
        { "constant times and repairs of two lengths", 112 },
        { "two machines that break down and keep their orders", 113 },
        { "two machines that break down and give back their orders", 114 },
        { "a machine that breaks down and gives back its order", 115 },
        { "three ranks that interrupt each other at two machines", 116 },
        { "ranks with times of their own that interrupt each other", 117 },
        { "ranks that interrupt each other in the middle", 118 },
        { "ranks that interrupt each other in a queue for each machine", 119 },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public async Task An_exact_prediction_holds(string what, long seed)
    {
        var shop = Shop(what).Over(120_000, seed);
        var prediction = ShopTheory.Predict(shop);
        prediction.Exactness.ShouldBe(Exactness.Exact, prediction.Why);

        var result = await shop.RunAsync();

        // One run gives no interval for the number in the shop.
        foreach (var agreement in Agreement.Of(prediction, result).Where(agreement => agreement.MoreInShopThan is null))
        {
            agreement.Verdict.ShouldBe(Verdict.Agrees, agreement.ToString());
        }

        for (var stage = 0; stage < result.Stages.Length; stage++)
        {
            result.Stages[stage].Utilisation!.Value.ShouldBe(prediction.Stages[stage].Utilisation!.Value, 0.015);
            (result.Stages[stage].Down ?? 0).ShouldBe(prediction.Stages[stage].Down ?? 0, 0.01);
            result.Stages[stage].QueueLength.Mean!.Value.ShouldBe(prediction.Stages[stage].QueueLength!.Value, 0.01 + (0.1 * prediction.Stages[stage].QueueLength!.Value));
        }

        result.ResponseTime.Ci!.ShouldHold(prediction.TimeInShop!.Value, within: 0.06);
    }

    [Theory]
    [InlineData("duplicated", 101, 0.1)]
    [InlineData("constant grinding in the middle", 102, 0.1)]
    public async Task An_approximation_is_not_far_off(string what, long seed, double off)
    {
        var shop = Shop(what).Over(120_000, seed);
        var prediction = ShopTheory.Predict(shop);
        prediction.Exactness.ShouldBe(Exactness.Approximate, prediction.Why);

        var result = await shop.RunAsync();

        result.ResponseTime.Mean!.Value.ShouldBe(prediction.TimeInShop!.Value, off * prediction.TimeInShop.Value);
    }

    private static ShopSettings Shop(string what) => what switch
    {
        "two drinks, one that skips the grinder, and brews made again" => TwoDrinks(),
        "a queue for each grinder, at random" => Shops.Pipeline(1, 3, 1).WithPoissonArrivals(75).WithStage("grinder", stage => stage with { Router = "random-pool" }),
        "in turn at the last stage" => Shops.Pipeline(1, 2, 2).WithPoissonArrivals(60).WithStage("machine", stage => stage with { Router = "round-robin-pool" }),
        "a hand-over at the last stage" => Shops.Pipeline().WithPoissonArrivals(100).WithStage("machine", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) }),
        "a priority in the middle" => Ranked(),
        "customers who are called" => Shops.Pipeline(1, 1, 1, new Exponential(90), new Exponential(60), new Exponential(45)).WithArrivals(new ArrivalSettings.Saturated()),
        "customers who wait outside" => Shops.Pipeline(1, 2, 1).WithPoissonArrivals(75).WithStage("waiter", stage => stage with { QueueCapacity = 1 }),
        "customers who come again to several grinders" => Shops.Pipeline(1, 2, 1).WithArrivals(new ArrivalSettings.Closed(8, new Uniform(10, 300))),
        "a waiter behind another one who stays" => Shops.Pipeline(1, 1, 1).WithPoissonArrivals(190).WithStage("grinder", stage => stage with { StaysWithOrder = true }),
        "a waiter who breaks down" => Failing(Shops.Single(1, new Exponential(30)).WithPoissonArrivals(60), "waiter", new Exponential(600), new Exponential(60)),
        "constant times and repairs of two lengths" => Failing(Shops.Single(1, new Deterministic(30)).WithPoissonArrivals(60), "waiter", new Exponential(300), new Discrete([10, 60], [0.5, 0.5])),
        "two machines that break down and keep their orders" => Failing(Shops.Pipeline(1, 2, 2).WithPoissonArrivals(60), "machine", new Exponential(300), new Exponential(90)),
        "two machines that break down and give back their orders" => Failing(Shops.Pipeline(1, 2, 2).WithPoissonArrivals(60), "machine", new Exponential(300), new Exponential(90), givesBack: true),
        "a machine that breaks down and gives back its order" => Failing(Shops.Pipeline(1, 2, 1).WithPoissonArrivals(90), "machine", new Exponential(300), new Exponential(60), givesBack: true),
        "three ranks that interrupt each other at two machines" => Interrupting(Shops.Pipeline(1, 2, 2).WithPoissonArrivals(50), "machine", 0, 3, 5),
        "ranks with times of their own that interrupt each other" => Interrupting(Shops.Single(1, new Uniform(10, 50)).WithPoissonArrivals(60).WithDrinks((2, 0, new Uniform(10, 50)), (1, 7, new Erlang(40, 3))), "waiter"),
        "ranks that interrupt each other in the middle" => Interrupting(Shops.Pipeline(1, 2, 1).WithPoissonArrivals(70), "grinder", 0, 3),
        "ranks that interrupt each other in a queue for each machine" => Interrupting(Shops.Pipeline(1, 2, 2).WithPoissonArrivals(60).WithStage("machine", stage => stage with { Router = "random-pool" }), "machine", 0, 3),
        "duplicated" => Shops.Solo(2).WithPoissonArrivals(90),
        "constant grinding in the middle" => Shops.Pipeline(1, 1, 1, new Exponential(20), new Deterministic(60), new Exponential(45)).WithPoissonArrivals(85),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such shop."),
    };

    private static ShopSettings TwoDrinks()
    {
        var shop = Shops.Pipeline(1, 1, 2).WithPoissonArrivals(60);
        var coffee = shop.Menu[0];
        var brew = coffee.Recipe[2] with { RemakeProbability = 0.2 };
        return shop with
        {
            Menu =
            [
                coffee with { Share = 2, Recipe = coffee.Recipe.SetItem(2, brew) },
                new Drink(1, "tea", 1, 0, [coffee.Recipe[0], coffee.Recipe[2]]),
            ],
        };
    }

    private static ShopSettings Failing(ShopSettings shop, string stage, Distribution up, Distribution repair, bool givesBack = false) =>
        shop.WithStage(stage, settings => settings with { Breakdown = new Breakdown(up, repair, givesBack) });

    /// <param name="priorities">Of drinks of equal share; none to keep the menu.</param>
    private static ShopSettings Interrupting(ShopSettings shop, string stage, params int[] priorities) =>
        shop.WithStage(stage, settings => settings with { Priority = true, Preempts = true }) with
        {
            Menu = priorities.Length == 0 ? shop.Menu : [.. priorities.Select((priority, index) => shop.Menu[0] with { Index = index, Name = $"drink-{index}", Priority = priority })],
        };

    private static ShopSettings Ranked()
    {
        var shop = Shops.Pipeline(1, 2, 1).WithPoissonArrivals(70).WithStage("grinder", stage => stage with { Priority = true });
        return shop with { Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "espresso", Priority = 3 }] };
    }
}
