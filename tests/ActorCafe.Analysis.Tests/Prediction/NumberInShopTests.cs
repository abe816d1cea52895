using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>The predicted number of orders in the shop.</summary>
public sealed class NumberInShopTests
{
    [Fact]
    public void The_number_in_shop_is_the_sum_of_those_at_the_stages()
    {
        // Loads 1/2 and 1/2: (n + 1) / 2^(n + 2)
        var shop = ShopTheory.Predict(Every(60, Shops.Of([Shops.Stage("waiter", 1, "accept"), Shops.Stage("grinder", 1, "grind")], [new Exponential(30), new Exponential(30)], "accept", "grind")));

        shop.InShop!.Probabilities.Take(4).ToArray().ShouldBe([0.25, 0.25, 0.1875, 0.125], 1e-9);
        shop.MeanInShop!.Value.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void What_only_a_last_stage_has_adds_up_too()
    {
        // The number at two stages of exponential workers does not depend on what they passed on before.
        var shop = Every(60, Shops.Pipeline(1, 2, 2));

        ShopTheory.Predict(shop).InShop!.Mean.ShouldBe(ShopTheory.Predict(shop).MeanInShop!.Value, 1e-6);
        var failing = ShopTheory.Predict(shop.WithStage("machine", stage => stage with { Breakdown = new Breakdown(new Exponential(600), new Exponential(60), GivesBack: false) }));
        failing.InShop!.Mean.ShouldBe(failing.MeanInShop!.Value, 1e-6);
        var impatient = ShopTheory.Predict(shop.WithStage("machine", stage => stage with { Patience = new Exponential(60) }));
        impatient.InShop!.Mean.ShouldBe(impatient.Stages.Sum(stage => stage.QueueLength!.Value + (stage.Workers * stage.Utilisation!.Value)), 1e-6);
        impatient.MeanInShop.ShouldBeNull();
    }

    [Fact]
    public void Workers_for_everybody_make_it_Poisson_whatever_the_times()
    {
        var shop = ShopTheory.Predict(Every(60, Shops.Single(30, new Uniform(100, 140))));

        shop.Stages[0].Model.ShouldBe("M/G/∞");
        shop.Stages[0].Wait.ShouldBe(0);
        shop.InShop!.Probabilities.Take(3).ToArray().ShouldBe([Math.Exp(-2), 2 * Math.Exp(-2), 2 * Math.Exp(-2)], 1e-9);
    }

    [Fact]
    public void The_number_in_shop_has_a_mean_also_where_its_distribution_has_no_formula()
    {
        var shop = ShopTheory.Predict(Every(60, Shops.Single(1, new Deterministic(30))));

        shop.InShop.ShouldBeNull();
        shop.MeanInShop!.Value.ShouldBe(0.75, 1e-9);
    }

    private static ShopSettings Every(double gap, ShopSettings shop) => shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(gap), 1));
}
