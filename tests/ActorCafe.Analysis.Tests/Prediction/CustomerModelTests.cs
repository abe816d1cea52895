using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>Predictions for saturated, closed, recorded and all-at-once arrivals.</summary>
public sealed class CustomerModelTests
{
    private static readonly Distribution[] ConstantTimes = [new Deterministic(20), new Deterministic(60), new Deterministic(90)];

    [Fact]
    public void Constant_times_are_followed_to_the_last_coffee()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline(1, 1, 1, ConstantTimes).WithArrivals(new ArrivalSettings.AllAtOnce(), 100));

        shop.Makespan.ShouldBe(9080); // 20 + 60 + 100 x 90
        shop.Exactness.ShouldBe(Exactness.Exact);
        shop.CapacityPerHour!.Value.ShouldBe(40, 1e-9);
    }

    [Fact]
    public void Constant_times_and_constant_gaps_make_nobody_wait()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline(1, 1, 1, ConstantTimes).WithArrivals(new ArrivalSettings.Renewal(new Deterministic(100), 1), 50));

        shop.Stages.ShouldAllBe(stage => stage.Wait == 0);
        shop.TimeInShop!.Value.ShouldBe(170, 1e-9);
    }

    [Fact]
    public void Customers_without_end_and_constant_times_make_nobody_wait_at_the_first_stage() =>
        ShopTheory.Predict(Shops.Single(2, new Deterministic(60)).WithArrivals(new ArrivalSettings.Renewal(new Deterministic(40), 1)).WithCustomers(customers => customers with { Until = TimeSpan.FromHours(1) }))
            .Stages[0].ShouldBe(new StagePrediction
            {
                Name = "waiter",
                Workers = 2,
                Model = "D/D/2",
                Why = "gaps and times are constant and a worker is always free in time, so nobody waits",
                Exactness = Exactness.Exact,
                Utilisation = 0.75,
                Wait = 0,
                WaitP95 = 0,
                QueueLength = 0,
            });

    [Fact]
    public void Customers_at_the_door_with_times_left_to_chance_have_no_formula_but_a_capacity()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline().WithArrivals(new ArrivalSettings.AllAtOnce(), 100));

        shop.Why.ShouldContain("cafe.customers.arrivals.process = all-at-once");
        shop.Stages.ShouldAllBe(stage => stage.Wait == null && stage.Model == null);
        shop.CapacityPerHour!.Value.ShouldBe(60, 1e-9);
    }

    [Fact]
    public void Recorded_customers_have_no_formula_but_a_capacity()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline().WithArrivals(new ArrivalSettings.Trace([new TraceEntry(TimeSpan.Zero, "a", 0)])));

        shop.Why.ShouldContain("process = trace");
        shop.CapacityPerHour!.Value.ShouldBe(60, 1e-9);
    }

    [Fact]
    public void Hours_of_one_rate_are_a_Poisson_stream_and_others_no_steady_state()
    {
        ShopTheory.Predict(Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Hourly([60, 60])))
            .Stages[0].Wait!.Value.ShouldBe(30, 1e-9);
        ShopTheory.Predict(Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Hourly([20, 100])))
            .Why.ShouldContain("cafe.customers.arrivals.rates");
    }

    [Fact]
    public void Customers_who_are_called_keep_the_first_stage_busy_and_are_a_Poisson_stream_behind_it()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline(2, 3, 2, new Exponential(80), new Exponential(60), new Exponential(45)).WithArrivals(new ArrivalSettings.Saturated(), 100));

        // 2 / 80 a second: loads 1.5 of 3 and 1.125 of 2
        shop.Stages.Select(stage => stage.Model).ShouldBe(["always busy", "M/M/3", "M/M/2"]);
        shop.Stages[0].Utilisation.ShouldBe(1);
        shop.Stages[1].Utilisation!.Value.ShouldBe(0.5, 1e-12);
        shop.CapacityPerHour!.Value.ShouldBe(90, 1e-9);
    }

    [Fact]
    public void A_regular_first_worker_makes_a_regular_stream()
    {
        var shop = ShopTheory.Predict(Shops.Pipeline(1, 1, 1, new Deterministic(80), new Exponential(60), new Exponential(45)).WithArrivals(new ArrivalSettings.Saturated(), 100));

        shop.Stages.Select(stage => stage.Model).ShouldBe(["always busy", "GI/M/1", "G/M/1"]);
    }

    [Fact]
    public void Two_workers_who_hold_each_other_up_do_what_Hunt_says()
    {
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = 0 }],
            [new Exponential(60), new Exponential(60)],
            "accept",
            "brew").WithArrivals(new ArrivalSettings.Saturated(), 100);

        var prediction = ShopTheory.Predict(shop);

        prediction.CapacityPerHour!.Value.ShouldBe(40, 1e-9); // two thirds of 60
        prediction.Stages.Select(stage => stage.Utilisation!.Value).ToArray().ShouldBe([2.0 / 3, 2.0 / 3], 1e-12);
    }

    [Fact]
    public void Customers_who_come_again_are_a_closed_network()
    {
        var shop = ShopTheory.Predict(Again(Shops.Single(1, new Exponential(60)), population: 2, think: 60));

        shop.TimeInShop!.Value.ShouldBe(90, 1e-9);
        shop.Stages[0].Utilisation!.Value.ShouldBe(0.8, 1e-9);
        shop.Exactness.ShouldBe(Exactness.Exact);
    }

    [Fact]
    public void Customers_who_come_again_to_constant_times_have_a_bound()
    {
        var shop = ShopTheory.Predict(Again(Shops.Single(1, new Deterministic(60)), population: 2, think: 180));

        shop.TimeInShop.ShouldBeNull();
        shop.Why.ShouldBe("no formula for returning customers: at waiter the time to serve is deterministic, not exponential; no more than 30.0 orders per hour get through");
    }

    [Fact]
    public void Customers_who_come_again_to_a_pool_that_grows_are_bounded_by_its_largest_size()
    {
        PoolSchedule later = new([new PoolChange(TimeSpan.FromHours(1), 4), new PoolChange(TimeSpan.FromHours(2), 0)]);
        ShopPrediction Open(int atOpening) => ShopTheory.Predict(Again(Shops.Single(atOpening, new Exponential(60)), population: 10, think: 180)
            .WithStage("waiter", stage => stage with { Schedule = later }));

        // Four at 60 s each, or ten customers of at least 240 s a round.
        Open(1).Why.ShouldBe("no formula for returning customers: the number of workers changes (cafe.stage.waiter.schedule); no more than 150.0 orders per hour get through");
        Open(0).Why.ShouldBe(Open(1).Why);
    }

    private static ShopSettings Again(ShopSettings shop, int population, double think) =>
        shop.WithArrivals(new ArrivalSettings.Closed(population, new Exponential(think)));
}
