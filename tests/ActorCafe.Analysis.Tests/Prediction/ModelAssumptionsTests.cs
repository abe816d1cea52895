using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>A prediction names the setting that no formula allows for.</summary>
public sealed class ModelAssumptionsTests
{
    public static TheoryData<string, string> Settings => new()
    {
        { "schedule", "cafe.stage.grinder.schedule" },
        { "little room at the machine", "cafe.stage.machine.queue-capacity = 2, when-full = block" },
        { "too few machines to stay at", "cafe.stage.grinder.stays-with-order" },
        { "reject with other times", "cafe.stage.grinder.queue-capacity = 2, when-full = reject" },
        { "patience", "cafe.customers.patience" },
        { "groups", "cafe.customers.arrivals.batch = 3" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void It_is_named_where_it_stands(string what, string setting)
    {
        var shop = Shops.Pipeline(2, 2, 1).WithArrivals(new ArrivalSettings.Renewal(new Exponential(100), 1), 100);
        shop = what switch
        {
            "schedule" => shop.WithStage("grinder", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), 3)]) }),
            "little room at the machine" => shop.WithStage("machine", stage => stage with { QueueCapacity = 2 }),
            "too few machines to stay at" => shop.WithStage("grinder", stage => stage with { StaysWithOrder = true }),
            "reject with other times" => shop.WithRecipe(step => step with { Service = new Deterministic(20) })
                .WithStage("grinder", stage => stage with { QueueCapacity = 2, WhenFull = WhenFull.Reject }),
            "patience" => shop.WithCustomers(customers => customers with { Patience = new Deterministic(60) }),
            _ => shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(300), 3)),
        };

        var prediction = ShopTheory.Predict(shop);

        prediction.Stages.ShouldContain(stage => stage.Model == null && stage.Why.Contains(setting), string.Join('\n', prediction.Stages.Select(stage => stage.Why)));
        prediction.TimeInShop.ShouldBeNull();
    }

    [Fact]
    public void A_schedule_that_changes_nothing_is_none()
    {
        var shop = Shops.Single(2, new Exponential(60)).WithArrivals(new ArrivalSettings.Renewal(new Exponential(60), 1));
        ShopSettings With(int opening, params int[] workers) => shop.WithCustomers(customers => customers with { OpensAt = TimeSpan.FromHours(opening) })
            .WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([.. workers.Select((count, hour) => new PoolChange(TimeSpan.FromHours(hour + 1), count))]) });

        ShopTheory.Predict(With(0, 2, 2)).Stages[0].ShouldBe(ShopTheory.Predict(shop).Stages[0]);
        // Open from the second hour on, with three from then on.
        ShopTheory.Predict(With(2, 2, 3)).Stages[0].Model.ShouldBe("M/M/3");
        ShopTheory.Predict(With(0, 2, 3)).Stages[0].Why.ShouldBe("the number of workers changes (cafe.stage.waiter.schedule), which no formula here covers");
        ShopTheory.Predict(With(0, 2, 0, 2)).Stages[0].Why.ShouldBe("nobody works there for some time (cafe.stage.waiter.schedule), which no formula here covers");
    }

    [Fact]
    public void What_comes_before_it_has_its_formula()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline().WithArrivals(new ArrivalSettings.Renewal(new Exponential(100), 1))
            .WithStage("machine", stage => stage with { QueueCapacity = 2 }));

        shop.Stages.Select(stage => stage.Model).ShouldBe(["M/M/1", null, null]);
        shop.Stages.Select(stage => stage.Utilisation.HasValue).ShouldBe([true, false, false]);
        shop.CapacityAtMost.ShouldBe("machine has room for 2 to wait (cafe.stage.machine.queue-capacity)");
    }

    [Fact]
    public void Drinks_that_come_back_to_a_stage_are_exact_in_a_network_of_exponential_ones_only()
    {
        RecipeStep Step(string name, int stage, double seconds) => new(name, stage, new Exponential(seconds), 0);
        var shop = Shops.Pipeline().WithArrivals(new ArrivalSettings.Renewal(new Exponential(120), 1));
        shop = shop with { Menu = [new Drink(0, "coffee", 1, 0, [Step("accept", 0, 20), Step("grind", 1, 60), Step("accept", 0, 20)])] };

        var prediction = ShopTheory.Predict(shop);
        prediction.Exactness.ShouldBe(Exactness.Exact);
        // every 60 s 20 s: 10 s; every 120 s 60 s: 60 s
        prediction.TimeInShop!.Value.ShouldBe((2 * 30) + 120, 1e-9);
        prediction.Stages[2].Why.ShouldBe("no drink on the menu comes here");

        ShopTheory.Predict(shop.WithRecipe(step => step with { Service = new Deterministic(20) })).Exactness.ShouldBe(Exactness.Approximate);
    }
}
