using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>Which model is chosen for a stage. ActorCafe.Validation.Tests checks the models themselves against simulation.</summary>
public sealed class ModelChoiceTests
{
    [Fact]
    public void The_published_cafe_is_three_queues_of_Erlang_in_a_row()
    {
        var cafe = ShopTheory.Predict(Every(30, Shops.Pipeline(1, 3, 4, new Exponential(20), new Exponential(60), new Exponential(90))));

        Models(cafe).ShouldBe(["M/M/1", "M/M/3", "M/M/4"]);
        cafe.Stages.Select(stage => stage.Wait!.Value).ToArray().ShouldBe([40, 26.6667, 45.8491], 1e-4);
        cafe.TimeInShop!.Value.ShouldBe(282.5157, 1e-4);
        cafe.Exactness.ShouldBe(Exactness.Exact);
        cafe.CapacityPerHour!.Value.ShouldBe(160, 1e-9); // 4 x 3600 / 90
        cafe.CapacityAtMost.ShouldBeNull();
        cafe.Bottleneck.ShouldBe("machine");
        cafe.Overloaded.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "shared-queue-pool")]
    [InlineData(3, "shared-queue-pool")]
    [InlineData(3, "round-robin-pool")]
    [InlineData(3, "random-pool")]
    public void A_load_of_one_but_for_rounding_is_an_overload_in_every_model(int workers, string router)
    {
        for (var gap = 0.1; gap < 100; gap += 0.1)
        {
            foreach (var service in (double[])[Math.BitDecrement(gap * workers), gap * workers, Math.BitIncrement(gap * workers)])
            {
                ShopTheory.Predict(Every(gap, Shops.Single(workers, new Exponential(service), router))).Overloaded.Count().ShouldBe(1);
                ShopTheory.Predict(Every(gap, Shops.Single(workers, new Gamma(service, 0.5), router))).Overloaded.Count().ShouldBe(1);
            }
        }
    }

    [Fact]
    public void The_default_shop_is_said_to_have_no_steady_state()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline());

        shop.Overloaded.Single().Name.ShouldBe("grinder");
        shop.Stages[1].Overload.ShouldBe("90.0 orders per hour arrive at grinder, which can serve 60.0");
        shop.Stages[1].Wait.ShouldBeNull();
        shop.TimeInShop.ShouldBeNull();
        shop.Why.ShouldContain("no steady state");

        // The machine gets 60 an hour and no more: an M/M/1 of load 3/4, 135 s.
        shop.Stages[2].Model.ShouldBe("M/M/1");
        shop.Stages[2].Wait!.Value.ShouldBe(135, 1e-9);
        shop.Stages[2].Why.ShouldContain("all customers together would overload it too");
    }

    [Theory]
    [InlineData("shared-queue-pool", "M/M/3", 80.0 / 3)]
    [InlineData("random-pool", "3 x M/M/1", 120)]
    [InlineData("round-robin-pool", "3 x E3/M/1", 68.341)]
    public void The_router_is_the_queue_discipline(string router, string model, double wait)
    {
        var shop = ShopTheory.Predict(Every(30, Shops.Single(3, new Exponential(60), router)));

        Models(shop).ShouldBe([model]);
        shop.Stages[0].Wait!.Value.ShouldBe(wait, 5e-4);
        shop.Stages[0].QueueLength!.Value.ShouldBe(wait / 30, 1e-4);
    }

    [Theory]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    [InlineData("shortest-queue-pool")]
    public void One_worker_is_one_queue_under_any_router(string router) =>
        Models(ShopTheory.Predict(Every(60, Shops.Single(1, new Exponential(30), router)))).ShouldBe(["M/M/1"]);

    [Fact]
    public void The_shortest_queue_has_no_formula_but_its_use_is_known()
    {
        var shop = ShopTheory.Predict(Every(30, Shops.Single(3, new Exponential(60), "shortest-queue-pool")));

        shop.Stages[0].Model.ShouldBeNull();
        shop.Stages[0].Why.ShouldContain("router = shortest-queue-pool");
        shop.Stages[0].Utilisation!.Value.ShouldBe(2.0 / 3, 1e-12);
        shop.TimeInShop.ShouldBeNull();
    }

    public static TheoryData<string, Distribution> Services => new()
    {
        { "M/M/1", new Exponential(30) },
        { "M/M/1", new Erlang(30, 1) },
        { "M/M/1", new Gamma(30, 1) },
        { "M/D/1", new Deterministic(30) },
        { "M/G/1", new Erlang(30, 2) },
        { "M/G/1", new LogNormal(30, 1) },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void A_time_without_a_memory_is_known_under_any_name(string model, Distribution service) =>
        Models(ShopTheory.Predict(Every(60, Shops.Single(1, service)))).ShouldBe([model]);

    [Fact]
    public void Times_in_a_sequence_are_an_approximation() =>
        ShopTheory.Predict(Every(60, Shops.Single(1, new Sequence([20, 40])))).Exactness.ShouldBe(Exactness.Approximate);

    public static TheoryData<string, Distribution> Gaps => new()
    {
        { "D/M/1", new Deterministic(60) },
        { "E2/M/1", new Erlang(60, 2) },
        { "GI/M/1", new Uniform(30, 90) },
        { "M/M/1", new Exponential(60) },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Independent_gaps_before_one_exponential_worker_are_exact(string model, Distribution gap)
    {
        var shop = ShopTheory.Predict(Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Renewal(gap, 1)));

        Models(shop).ShouldBe([model]);
        shop.Exactness.ShouldBe(Exactness.Exact);
    }

    [Fact]
    public void Gaps_in_a_sequence_have_no_formula() =>
        ShopTheory.Predict(Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Renewal(new Sequence([50, 70]), 1)))
            .Stages[0].Why.ShouldContain("fixed sequence");

    [Fact]
    public void Behind_a_stage_that_is_not_exponential_all_is_an_approximation()
    {
        var shop = ShopTheory.Predict(Every(100, Shops.Pipeline(1, 1, 2, new Exponential(20), new Deterministic(60), new Exponential(45))));

        Models(shop).ShouldBe(["M/M/1", "M/D/1", "G/M/2"]);
        shop.Stages.Select(stage => stage.Exactness).ShouldBe([Exactness.Exact, Exactness.Exact, Exactness.Approximate]);
        shop.Exactness.ShouldBe(Exactness.Approximate);
        shop.Why.ShouldContain("machine is an approximation");
    }

    [Fact]
    public void Drinks_of_different_times_are_a_mixture()
    {
        var shop = Shops.Single(1, new Exponential(15));
        var step = shop.Menu[0].Recipe[0];
        shop = shop with { Menu = [new Drink(0, "quick", 2, 0, [step]), new Drink(1, "slow", 1, 0, [step with { Service = new Exponential(60) }])] };

        var prediction = ShopTheory.Predict(Every(60, shop));

        // mean 30 s, E[S²] = 2/3 x 2 x 15² + 1/3 x 2 x 60² = 2700 s²: 2700 / (2 x 30)
        Models(prediction).ShouldBe(["M/G/1"]);
        prediction.Stages[0].Why.ShouldContain("differ");
        prediction.Stages[0].Wait!.Value.ShouldBe(45, 1e-9);
    }

    [Fact]
    public void Ranks_wait_by_Cobham_and_keep_the_mean()
    {
        var shop = Shops.Single(3, new Exponential(60)).WithStage("waiter", stage => stage with { Priority = true });
        var step = shop.Menu[0].Recipe[0];
        shop = shop with { Menu = [new Drink(0, "tea", 1, 0, [step]), new Drink(1, "espresso", 1, 5, [step])] };

        var prediction = ShopTheory.Predict(Every(30, shop));

        // 80/9 over 2/3, and over 2/3 x 1/3
        prediction.Stages[0].ByPriority.Select(rank => rank.Priority).ShouldBe([5, 0]);
        prediction.Stages[0].ByPriority.Select(rank => rank.Wait).ToArray().ShouldBe([40.0 / 3, 40], 1e-9);
        prediction.Stages[0].Wait!.Value.ShouldBe(80.0 / 3, 1e-9);
    }

    [Fact]
    public void Orders_made_again_come_back_to_the_queue()
    {
        var shop = ShopTheory.Predict(Every(100, Shops.Single(1, new Exponential(40)).WithRecipe(step => step with { RemakeProbability = 0.2 })));

        Models(shop).ShouldBe(["M/M/1"]);
        shop.Stages[0].Wait!.Value.ShouldBe(40, 1e-9);
        shop.Stages[0].Utilisation!.Value.ShouldBe(0.5, 1e-12);
        shop.TimeInShop!.Value.ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Ranks_of_which_one_comes_back_more_often_are_an_approximation()
    {
        var shop = Shops.Single(1, new Exponential(30)).WithStage("waiter", stage => stage with { Priority = true });
        var step = shop.Menu[0].Recipe[0];
        ShopSettings With(double again) => shop with { Menu = [new Drink(0, "tea", 1, 0, [step with { RemakeProbability = 0.2 }]), new Drink(1, "espresso", 1, 5, [step with { RemakeProbability = again }])] };

        ShopTheory.Predict(Every(60, With(0.2))).Exactness.ShouldBe(Exactness.Exact);
        ShopTheory.Predict(Every(60, With(0))).Exactness.ShouldBe(Exactness.Approximate);
    }

    [Fact]
    public void A_waiter_who_stays_serves_the_whole_order_and_nobody_waits_for_the_machine()
    {
        var shop = ShopTheory.Predict(Every(250, Shops.Solo()));

        // 125 s and the variances 20² + 60² + 45² = 6025: (125² + 6025) / (2 x 125)
        Models(shop).ShouldBe(["M/G/1", "no queue"]);
        shop.Stages[0].Wait!.Value.ShouldBe(86.6, 1e-9);
        shop.Stages[0].Utilisation!.Value.ShouldBe(80.0 / 250, 1e-12);
        shop.Stages[1].Wait.ShouldBe(0);
        shop.TimeInShop!.Value.ShouldBe(86.6 + 125, 1e-9);
        shop.CapacityPerHour!.Value.ShouldBe(28.8, 1e-9);
    }

    [Fact]
    public void Handing_over_is_a_part_of_the_service_and_of_the_time_in_shop()
    {
        var shop = ShopTheory.Predict(Every(60, Shops.Single(1, new Exponential(25)).WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) })));

        // (30² + 25²) / (2 x 30)
        shop.Stages[0].Wait!.Value.ShouldBe(1525 / 60.0, 1e-9);
        shop.Stages[0].Utilisation!.Value.ShouldBe(25.0 / 60, 1e-12);
        shop.TimeInShop!.Value.ShouldBe((1525 / 60.0) + 30, 1e-9);
    }

    [Fact]
    public void Groups_wait_for_their_own_too()
    {
        var shop = ShopTheory.Predict(Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Renewal(new Exponential(240), 4)));

        Models(shop).ShouldBe(["M[4]/M/1"]);
        shop.Stages[0].Wait!.Value.ShouldBe(120, 1e-9);
    }

    [Fact]
    public void Little_room_turns_away_and_without_any_only_the_mean_matters()
    {
        var limited = ShopTheory.Predict(Every(40, WithRoom(Shops.Single(1, new Exponential(40)), 1)));
        Models(limited).ShouldBe(["M/M/1/2"]);
        limited.Stages[0].Lost!.Value.ShouldBe(1.0 / 3, 1e-12);
        limited.Stages[0].Wait!.Value.ShouldBe(20, 1e-9);
        limited.TimeInShop!.Value.ShouldBe(60, 1e-9);

        var none = ShopTheory.Predict(Every(30, WithRoom(Shops.Single(3, new Deterministic(60)), 0)));
        Models(none).ShouldBe(["M/G/3/3"]);
        none.Stages[0].Lost!.Value.ShouldBe(4.0 / 19, 1e-12);
    }

    [Fact]
    public void Patience_has_a_steady_state_at_any_load()
    {
        var shop = ShopTheory.Predict(Every(60, Shops.Single(1, new Exponential(60))).WithCustomers(customers => customers with { Patience = new Exponential(60) }));

        Models(shop).ShouldBe(["M/M/1+M"]);
        shop.Stages[0].Lost!.Value.ShouldBe(Math.Exp(-1), 1e-9);
        shop.Stages[0].QueueLength!.Value.ShouldBe(Math.Exp(-1), 1e-9);
    }

    [Fact]
    public void Who_finds_no_room_inside_waits_outside_as_long()
    {
        var shop = ShopTheory.Predict(Every(60, Shops.Single(1, new Exponential(30)).WithStage("waiter", stage => stage with { QueueCapacity = 1 })));

        // a quarter of a customer inside, half of one in all, one a minute
        shop.Stages[0].Wait!.Value.ShouldBe(15, 1e-9);
        shop.TimeInShop!.Value.ShouldBe(60, 1e-9);
    }

    private static ShopSettings Every(double gap, ShopSettings shop) => shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(gap), 1));

    private static ShopSettings WithRoom(ShopSettings shop, int room) =>
        shop.WithStage("waiter", stage => stage with { QueueCapacity = room, WhenFull = WhenFull.Reject });

    private static string?[] Models(ShopPrediction shop) => [.. shop.Stages.Select(stage => stage.Model)];
}
