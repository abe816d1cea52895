using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>Which model is chosen where workers break down, orders interrupt each other, or patience ends.</summary>
public sealed class InterruptionModelTests
{
    [Fact]
    public void A_worker_who_breaks_down_is_that_of_White_and_Christie()
    {
        var shop = ShopTheory.Predict(Every(60, Failing(Shops.Single(1, new Exponential(30)), new Exponential(600), new Exponential(60))));

        // Completion 33 s. xi = 1/600, eta = 1/60, lambda = 1/60, mu = 1/30: L = 1/60 (121/360000 + 1/18000) / (11/600 (1/1800 - 11/36000)) = 141/99
        Models(shop).ShouldBe(["M/M/1 failing"]);
        shop.MeanInShop!.Value.ShouldBe(141.0 / 99, 1e-9);
        shop.TimeInShop!.Value.ShouldBe(60 * 141.0 / 99, 1e-9);
        shop.Stages[0].Wait!.Value.ShouldBe((60 * 141.0 / 99) - 33, 1e-9);
        shop.Stages[0].Interrupted.ShouldBe(3, 1e-9);
        shop.Stages[0].QueueLength!.Value.ShouldBe((141.0 / 99) - (33.0 / 60), 1e-9);
        shop.Stages[0].Utilisation!.Value.ShouldBe(0.5, 1e-12);
        shop.Stages[0].Down!.Value.ShouldBe(1.0 / 11, 1e-12);
        shop.CapacityPerHour!.Value.ShouldBe(1200 / 11.0, 1e-9);
        shop.InShop!.Mean.ShouldBe(141.0 / 99, 1e-6);
    }

    [Theory]
    [InlineData("several workers", "M/M/2 failing")]
    [InlineData("constant repairs", "M/G/1 failing")]
    [InlineData("repairs of no time", "M/M/1")]
    [InlineData("several workers and constant repairs", null)]
    [InlineData("constant times up", null)]
    [InlineData("eleven workers", null)]
    public void Breakdowns_have_a_formula_for_exponential_times_up(string what, string? model)
    {
        var shop = Every(60, what switch
        {
            "several workers" => Failing(Shops.Single(2, new Exponential(60)), new Exponential(600), new Exponential(60)),
            "constant repairs" => Failing(Shops.Single(1, new Uniform(20, 40)), new Exponential(600), new Deterministic(60)),
            "repairs of no time" => Failing(Shops.Single(1, new Exponential(30)), new Exponential(600), new Deterministic(0)),
            "several workers and constant repairs" => Failing(Shops.Single(2, new Exponential(60)), new Exponential(600), new Deterministic(60)),
            "constant times up" => Failing(Shops.Single(1, new Exponential(30)), new Deterministic(600), new Exponential(60)),
            _ => Failing(Shops.Single(11, new Exponential(60)), new Exponential(600), new Exponential(60)),
        });

        var stage = ShopTheory.Predict(shop).Stages[0];

        stage.Model.ShouldBe(model);
        if (model is null)
        {
            stage.Why.ShouldContain("cafe.stage.waiter.breakdown");
            stage.Wait.ShouldBeNull();
            stage.Down!.Value.ShouldBe(1.0 / 11, 1e-12);
            stage.Utilisation!.Value.ShouldBe(shop.Menu[0].Recipe[0].Service.Mean / 60 / shop.Stages[0].Workers, 1e-12);
        }
    }

    [Fact]
    public void Workers_who_are_down_too_much_have_no_steady_state()
    {
        // Enough for 60 an hour if they were never down.
        var shop = ShopTheory.Predict(Every(66, Failing(Shops.Single(1, new Exponential(60)), new Exponential(600), new Exponential(120))));

        shop.Overloaded.Single().Overload.ShouldBe("54.5 orders per hour arrive at waiter, which can serve 50.0");
        shop.Stages[0].Utilisation!.Value.ShouldBe(5.0 / 6, 1e-12);
    }

    [Fact]
    public void Behind_workers_who_break_down_all_is_an_approximation()
    {
        var shop = ShopTheory.Predict(Every(100, Shops.Pipeline().WithStage("waiter", stage => stage with { Breakdown = new Breakdown(new Exponential(600), new Exponential(60), GivesBack: true) })));

        Models(shop).ShouldBe(["M/M/1 failing", "G/M/1", "G/M/1"]);
        shop.Stages.Select(stage => stage.Exactness).ShouldBe([Exactness.Exact, Exactness.Approximate, Exactness.Approximate]);
        shop.Stages[1].Why.ShouldContain("the output of waiter is not a Poisson process");
        shop.InShop.ShouldBeNull();
    }

    [Fact]
    public void An_order_that_interrupts_others_does_not_see_them()
    {
        var shop = ShopTheory.Predict(Every(60, Ranked(Shops.Single(1, new Exponential(30)))));

        // Each rank every 120 s: 10 s and 40 s to the first start, 40 s and 80 s in all. Nobody is in the shop longer than without ranks.
        Models(shop).ShouldBe(["M/M/1 preempts"]);
        shop.Stages[0].ByPriority.Select(rank => rank.Wait).ToArray().ShouldBe([10, 40], 1e-9);
        shop.Stages[0].ByPriority.Select(rank => rank.Response!.Value).ToArray().ShouldBe([40, 80], 1e-9);
        shop.Stages[0].Wait!.Value.ShouldBe(25, 1e-9);
        shop.Stages[0].Interrupted.ShouldBe(5, 1e-9);
        shop.Stages[0].QueueLength!.Value.ShouldBe(0.5, 1e-9);
        shop.TimeInShop!.Value.ShouldBe(60, 1e-9);
        shop.InShop!.MoreThan(4).ShouldBe(1.0 / 32, 1e-9);
    }

    [Theory]
    [InlineData("several workers", "M/M/2 preempts")]
    [InlineData("other times", "M/G/1 preempts")]
    [InlineData("a queue for each", "2 x M/M/1 preempts")]
    [InlineData("several workers and other times", null)]
    [InlineData("in turn", null)]
    [InlineData("constant gaps", null)]
    public void Preemptive_priority_has_a_formula_for_one_worker_or_exponential_times(string what, string? model)
    {
        var shop = Every(60, Ranked(what switch
        {
            "several workers" => Shops.Single(2, new Exponential(60)),
            "other times" => Shops.Single(1, new Uniform(20, 40)),
            "a queue for each" => Shops.Single(2, new Exponential(60), "random-pool"),
            "several workers and other times" => Shops.Single(2, new Uniform(20, 40)),
            "in turn" => Shops.Single(2, new Exponential(60), "round-robin-pool"),
            _ => Shops.Single(1, new Exponential(30)),
        }));
        shop = what == "constant gaps" ? shop.WithArrivals(new ArrivalSettings.Renewal(new Deterministic(60), 1)) : shop;

        var stage = ShopTheory.Predict(shop).Stages[0];

        stage.Model.ShouldBe(model);
        (model is not null || stage.Why.Contains("cafe.stage.waiter.priority = preemptive")).ShouldBeTrue(stage.Why);
    }

    [Fact]
    public void Ranks_behind_a_stage_with_ranks_have_no_waits_of_their_own()
    {
        // The first stage passes them on in an order of its own; the mean wait of all of them does not depend on that.
        var shop = Shops.Pipeline().WithStage("waiter", stage => stage with { Priority = true }).WithStage("grinder", stage => stage with { Priority = true });
        shop = Every(100, shop with { Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "espresso", Priority = 5 }] });

        var prediction = ShopTheory.Predict(shop);

        prediction.Stages.Select(stage => stage.ByPriority.Length).ShouldBe([2, 0, 0]);
        prediction.Stages[1].Wait!.Value.ShouldBe(90, 1e-9);
    }

    [Fact]
    public void A_drink_that_a_stage_with_ranks_passes_on_is_no_Poisson_stream()
    {
        // Only espresso is ground, and it comes first to the waiter: between two of them there are fewer other drinks than by chance.
        var shop = Shops.Pipeline().WithStage("waiter", stage => stage with { Priority = true }).WithStage("grinder", stage => stage with { QueueCapacity = 1, WhenFull = WhenFull.Reject });
        var coffee = shop.Menu[0];
        shop = Every(100, shop with { Menu = [coffee with { Recipe = [coffee.Recipe[0]] }, coffee with { Index = 1, Name = "espresso", Priority = 5 }] });

        ShopTheory.Predict(shop).Stages[1].Wait.ShouldBeNull();
        ShopTheory.Predict(shop.WithStage("grinder", stage => stage with { WhenFull = WhenFull.Block, QueueCapacity = null })).Stages[1].Exactness.ShouldBe(Exactness.Approximate);
    }

    [Fact]
    public void Patience_ends_at_any_stage()
    {
        var shop = Every(60, Shops.Of([Shops.Stage("waiter", 1, "accept"), Shops.Stage("grinder", 1, "grind")], [new Exponential(30), new Exponential(60)], "accept", "grind"));

        var prediction = ShopTheory.Predict(shop.WithStage("grinder", stage => stage with { Patience = new Exponential(60) }));

        Models(prediction).ShouldBe(["M/M/1", "M/M/1+M"]);
        prediction.Stages[1].Lost!.Value.ShouldBe(Math.Exp(-1), 1e-9);
        prediction.Stages[1].Why.ShouldBe("the output of waiter is a Poisson process (Burke), times and patience are exponential, one worker (Erlang A)");
        // Behind it, and where orders are not Poisson, there is none.
        var first = ShopTheory.Predict(shop.WithStage("waiter", stage => stage with { Patience = new Exponential(60) }));
        Models(first).ShouldBe(["M/M/1+M", "G/M/1"]);
        first.Stages[1].Exactness.ShouldBe(Exactness.Approximate);
        first.InShop.ShouldBeNull();
        ShopTheory.Predict(shop.WithStage("grinder", stage => stage with { Patience = new Deterministic(60) })).Stages[1].Why
            .ShouldBe("no formula with customers who are lost (cafe.stage.grinder.patience) and times or a patience that are not exponential");
    }

    private static ShopSettings Every(double gap, ShopSettings shop) => shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(gap), 1));

    private static ShopSettings Failing(ShopSettings shop, Distribution up, Distribution repair) =>
        shop.WithStage("waiter", stage => stage with { Breakdown = new Breakdown(up, repair, GivesBack: false) });

    private static ShopSettings Ranked(ShopSettings shop) => shop.WithStage("waiter", stage => stage with { Priority = true, Preempts = true }) with
    {
        Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "espresso", Priority = 5 }],
    };

    private static string?[] Models(ShopPrediction shop) => [.. shop.Stages.Select(stage => stage.Model)];
}
