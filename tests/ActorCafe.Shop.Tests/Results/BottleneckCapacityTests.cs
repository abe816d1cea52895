using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Results;

/// <summary>Capacities worked out by hand: accept 20 s, grind 60 s, brew 45 s.</summary>
public sealed class BottleneckCapacityTests
{
    /// <summary>
    /// <code>
    /// solo           3600 / (20 + 60 + 45)         duplicated     2 x 3600 / 125
    /// pipeline       3600 / 60                     more-grinders  3600 / 45       more-machines  2 x 3600 / 60
    /// </code>
    /// </summary>
    [Theory]
    [InlineData("solo", 28.8, "waiter")]
    [InlineData("duplicated", 57.6, "waiter")]
    [InlineData("pipeline", 60, "grinder")]
    [InlineData("more-grinders", 80, "machine")]
    [InlineData("more-machines", 120, "grinder")]
    public void The_essays_shops_have_the_capacity_of_their_slowest_stage(string shop, double perHour, string stage)
    {
        var capacity = BottleneckCapacity.Of(shop switch
        {
            "solo" => Shops.Solo(),
            "duplicated" => Shops.Solo(2),
            "pipeline" => Shops.Pipeline(),
            "more-grinders" => Shops.Pipeline(1, 2, 1),
            _ => Shops.Pipeline(1, 2, 2),
        })!;

        capacity.ShouldBe(new BottleneckCapacity(perHour, stage, WhyLess: null));
        capacity.Exact.ShouldBe(new Capacity(perHour, CapacityHow.Formula, Ci: null));
    }

    [Fact]
    public void Hand_overs_and_remakes_count()
    {
        var shop = Shops.Pipeline()
            .WithStage("grinder", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) })
            .WithRecipe(step => step with { RemakeProbability = step.Step == "grind" ? 0.25 : 0 });

        // 60 / (1 - 0.25) + 5
        PerHour(shop).ShouldBe(3600.0 / 85, 1e-9);
    }

    [Fact]
    public void Drinks_count_by_their_shares_and_those_of_share_0_not_at_all()
    {
        var shop = Shops.Pipeline();
        var coffee = shop.Menu[0];
        shop = shop with
        {
            Menu =
            [
                coffee with { Share = 3 },
                new Drink(1, "tea", 5, 0, [coffee.Recipe[0], coffee.Recipe[2]]),
                new Drink(2, "flat-white", 0, 0, [.. coffee.Recipe.Select(step => step with { Service = new Deterministic(9999) })]),
            ],
        };

        // Three in eight are ground: 22.5 s per order, so the machine is the bottleneck.
        BottleneckCapacity.Of(shop).ShouldBe(new BottleneckCapacity(80, "machine", WhyLess: null));
    }

    [Theory]
    [InlineData(8, 120)] // 1 worker for 4 h and 3 for 4 h
    [InlineData(6, 100)] // 1 worker for 4 h and 3 for 2 h
    [InlineData(3, 60)]
    [InlineData(null, 180)] // in the long run, those of the last change
    public void A_schedule_counts_by_its_average_over_the_opening_hours(int? hours, double perHour)
    {
        var shop = Shops.Single(1, new Exponential(60)).WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(4), 3)]) });
        var until = TimeSpan.FromHours(hours ?? 0);

        PerHour(hours is null ? shop : shop.WithCustomers(customers => customers with { StopAt = until })).ShouldBe(perHour, 1e-9);
        PerHour(hours is null ? shop : shop.WithCustomers(customers => customers with { Until = until })).ShouldBe(perHour, 1e-9);
        PerHour(hours is null ? shop : shop.WithArrivals(new ArrivalSettings.Trace([new TraceEntry(until, "a", 0)]))).ShouldBe(perHour, 1e-9);
    }

    [Theory]
    [InlineData(14, 120)] // 1 worker for 4 h and 3 for 4 h
    [InlineData(12, 100)]
    [InlineData(9, 60)]
    public void The_average_of_a_schedule_begins_at_opening(int until, double perHour)
    {
        var shop = Shops.Single(1, new Exponential(60)).WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(10), 3)]) });

        PerHour(shop.WithCustomers(customers => customers with { OpensAt = TimeSpan.FromHours(6), Until = TimeSpan.FromHours(until) })).ShouldBe(perHour, 1e-9);
    }

    [Fact]
    public void Customers_make_no_difference()
    {
        PerHour(Shops.Pipeline().WithArrivals(new ArrivalSettings.Closed(2, new Exponential(600)))).ShouldBe(60);
        PerHour(Shops.Pipeline().WithArrivals(new ArrivalSettings.Saturated())).ShouldBe(60);
        PerHour(Shops.Pipeline().WithCustomers(customers => customers with { Patience = new Exponential(1) })).ShouldBe(60);
    }

    [Theory]
    [InlineData("shortest-queue-pool")]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    public void A_queue_for_each_worker_makes_no_difference_in_the_long_run(string router) =>
        BottleneckCapacity.Of(Shops.Pipeline(1, 2, 2).WithStage("grinder", stage => stage with { Router = router }))!.WhyLess.ShouldBeNull();

    [Fact]
    public void Customers_who_wait_outside_the_first_stage_block_no_worker() =>
        BottleneckCapacity.Of(Shops.Pipeline().WithStage("waiter", stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Block }))!.WhyLess.ShouldBeNull();

    [Fact]
    public void A_stage_whose_orders_are_all_held_by_as_few_workers_is_never_full() =>
        BottleneckCapacity.Of(Shops.Solo(2).WithStage("machine", stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Block }))!.WhyLess.ShouldBeNull();

    [Fact]
    public void A_stage_that_blocks_or_rejects_may_lower_the_capacity()
    {
        var full = Shops.Pipeline().WithStage("machine", stage => stage with { QueueCapacity = 2 });
        BottleneckCapacity.Of(full).ShouldBe(new BottleneckCapacity(60, "grinder", "machine has room for 2 to wait (cafe.stage.machine.queue-capacity)"));
        BottleneckCapacity.Of(full)!.Exact.ShouldBeNull();
        WhyLess(full.WithStage("machine", stage => stage with { WhenFull = WhenFull.Reject })).ShouldNotBeNull().ShouldStartWith("machine has room");
        WhyLess(Shops.Pipeline().WithStage("waiter", stage => stage with { QueueCapacity = 2, WhenFull = WhenFull.Reject })).ShouldNotBeNull().ShouldStartWith("waiter has room");
    }

    [Fact]
    public void Workers_who_stay_with_orders_that_wait_may_lower_the_capacity()
    {
        var fewMachines = Shops.Solo(3).WithStage("machine", stage => stage with { Workers = 2 });
        WhyLess(fewMachines).ShouldBe("workers of waiter stay with orders that may have to wait for machine");

        // The second waiter comes later; the one machine stays.
        WhyLess(Shops.Solo().WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), 2)]) })).ShouldNotBeNull().ShouldContain("may have to wait for machine");
        WhyLess(Shops.Solo(2).WithStage("machine", stage => stage with { Router = "random-pool" })).ShouldNotBeNull().ShouldContain("may have to wait for machine");
    }

    [Fact]
    public void Workers_who_stay_with_orders_that_come_back_to_them_may_wait_for_each_other()
    {
        var shop = Shops.Solo(2);
        var recipe = shop.Menu[0].Recipe;
        WhyLess(shop with { Menu = [shop.Menu[0] with { Recipe = [.. recipe, recipe[0]] }] }).ShouldBe("workers of waiter stay with orders that may have to wait for waiter");
    }

    [Fact]
    public void A_fixed_sequence_of_times_may_give_one_of_several_queues_all_the_work()
    {
        var shop = Shops.Pipeline(2, 2, 2, new Exponential(1), new Sequence([10, 50]), new Exponential(1)).WithStage("grinder", stage => stage with { Router = "round-robin-pool" });
        WhyLess(shop).ShouldNotBeNull().ShouldContain("router = round-robin-pool");
        WhyLess(shop.WithStage("grinder", stage => stage with { Router = "shared-queue-pool" })).ShouldBeNull();
    }

    [Fact]
    public void A_shop_where_nothing_takes_time_has_no_limit() =>
        BottleneckCapacity.Of(Shops.Single(1, new Deterministic(0))).ShouldBeNull();

    private static double PerHour(ShopSettings shop) => BottleneckCapacity.Of(shop)!.PerHour;

    private static string? WhyLess(ShopSettings shop) => BottleneckCapacity.Of(shop)!.WhyLess;
}
