using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Results;

/// <summary>Which shops have a steady state. The pipeline serves at most 180 orders per hour at the waiter, 60 at the grinder and 80 at the machine; 90 arrive.</summary>
public sealed class SteadyStateTests
{
    private static readonly ShopResult NothingLost = Result();

    [Fact]
    public void Fewer_arrivals_than_every_stage_can_serve_have_one() =>
        Of(Shops.Pipeline(1, 2, 2)).ShouldBe(new SteadyState(true, null));

    [Fact]
    public void More_arrivals_than_a_stage_can_serve_have_none() =>
        ReasonOf(Shops.Pipeline()).ShouldBe("90 orders arrive per hour, at most 60 can be served at grinder");

    [Fact]
    public void As_many_arrivals_as_a_stage_can_serve_have_none() =>
        ReasonOf(Shops.Single(1, new Exponential(40))).ShouldBe("90 orders arrive per hour, at most 90 can be served at waiter");

    [Theory]
    [InlineData(97.8, 96.9, 98.7, false)]
    [InlineData(90.5, 89.9, 91.1, false)]
    [InlineData(91, 90.1, 91.9, true)]
    public void Arrivals_must_be_below_the_whole_interval_of_a_measured_capacity(double perHour, double low, double high, bool reached)
    {
        var rate = perHour == 97.8 ? 120 : 90;
        var shop = Shops.Pipeline(1, 3, 3).WithStage("machine", stage => stage with { QueueCapacity = 0 })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(3600.0 / rate), 1));

        var steady = SteadyState.Of(shop, NothingLost with { Capacity = new Capacity(perHour, CapacityHow.Measured, new Interval(low, high)) });

        steady.Reached.ShouldBe(reached);
        if (rate == 120)
        {
            steady.Reason.ShouldBe("120 orders arrive per hour, at most 97.8 can be served");
        }
    }

    [Fact]
    public void The_last_size_of_a_schedule_decides()
    {
        var shop = Shops.Single(10, new Exponential(60));
        ShopSettings Ending(int workers) => shop.WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), workers)]) });

        ReasonOf(Ending(1)).ShouldBe("90 orders arrive per hour, at most 60 can be served at waiter after its schedule's last change");
        Of(Ending(2)).Reached.ShouldBeTrue();
        Of(Ending(2).WithStage("waiter", stage => stage with { Workers = 1 })).Reached.ShouldBeTrue("an overload that ends is no part of the long run");
    }

    [Fact]
    public void Customers_who_come_on_one_day_only_have_none()
    {
        var shop = Shops.Pipeline(1, 2, 2);

        ReasonOf(shop.WithArrivals(new ArrivalSettings.AllAtOnce(), 200)).ShouldBe("all customers come at once");
        ReasonOf(shop.WithArrivals(new ArrivalSettings.Renewal(new Deterministic(0), 1), 200)).ShouldBe("all customers come at once");
        ReasonOf(shop.WithArrivals(new ArrivalSettings.Trace([]))).ShouldBe("the customers are recorded, and nobody comes after the last one");
        ReasonOf(shop.WithCustomers(customers => customers with { Until = TimeSpan.FromHours(8.5) })).ShouldBe("nobody comes after 8h 30m");
        ReasonOf(shop.WithCustomers(customers => customers with { StopAt = TimeSpan.FromSeconds(90.5) })).ShouldBe("the run is cut off at 1m 30.5s");
        ReasonOf(Shops.Pipeline().WithCustomers(customers => customers with { Until = TimeSpan.FromDays(2) })).ShouldBe("nobody comes after 48h", "an overloaded day ends, too");
    }

    [Fact]
    public void Hourly_customers_are_judged_by_their_mean_rate()
    {
        var shop = Shops.Single(1, new Exponential(60));

        Of(shop.WithArrivals(new ArrivalSettings.Hourly([20, 90, 40]))).Reached.ShouldBeTrue();
        ReasonOf(shop.WithArrivals(new ArrivalSettings.Hourly([20, 120, 70]))).ShouldBe("70 orders arrive per hour, at most 60 can be served at waiter");
    }

    [Fact]
    public void A_full_stage_that_rejects_bounds_its_queue_but_not_those_of_other_stages()
    {
        ShopSettings Rejecting(ShopSettings shop, string name) => shop.WithStage(name, stage => stage with { QueueCapacity = 2, WhenFull = WhenFull.Reject });

        Of(Rejecting(Shops.Single(1, new Exponential(60)), "waiter")).Reached.ShouldBeTrue();
        Of(Rejecting(Shops.Pipeline(1, 1, 2), "grinder")).Reached.ShouldBeTrue();
        ReasonOf(Rejecting(Shops.Pipeline(1, 1, 2), "machine")).ShouldBe("90 orders arrive per hour, at most 60 can be served at grinder", "it stands before the machine");
        ReasonOf(Rejecting(Shops.Pipeline(), "waiter")).ShouldBe("90 orders arrive per hour, at most 60 can be served at grinder", "nobody was rejected before it");
    }

    [Fact]
    public void Customers_who_left_before_a_stage_do_not_load_it()
    {
        var shop = Shops.Pipeline(1, 1, 2).WithCustomers(customers => customers with { Patience = new Exponential(60) });

        ReasonOf(shop, Result(100)).ShouldBe("81 orders per hour reach grinder, at most 60 can be served there");
        SteadyState.Of(shop, Result(400)).Reached.ShouldBeTrue("54 orders per hour reach the grinder");
        SteadyState.Of(Shops.Single(1, new Exponential(60)).WithCustomers(customers => customers with { Patience = new Exponential(60) }), NothingLost).Reached.ShouldBeTrue();
    }

    [Fact]
    public void A_stage_whose_customers_renege_bounds_its_queue_but_not_those_of_other_stages()
    {
        static ShopSettings Impatient(ShopSettings shop, string name) => shop.WithStage(name, stage => stage with { Patience = new Exponential(60) });

        SteadyState.Of(Impatient(Shops.Single(1, new Exponential(60)), "waiter"), NothingLost).Reached.ShouldBeTrue();
        SteadyState.Of(Impatient(Shops.Pipeline(1, 1, 2), "grinder"), Result(0, 300)).Reached.ShouldBeTrue();
        ReasonOf(Impatient(Shops.Pipeline(1, 1, 2), "machine"), Result(0, 0, 300)).ShouldBe("90 orders arrive per hour, at most 60 can be served at grinder", "it stands before the machine");
        ReasonOf(Impatient(Shops.Pipeline(1, 2, 1), "grinder").WithArrivals(Poisson(120)), Result(0, 100)).ShouldBe("108 orders per hour reach machine, at most 80 can be served there");
    }

    [Fact]
    public void Customers_who_leave_a_full_stage_make_room_for_the_orders_that_it_blocks()
    {
        // The grinder serves 60 per hour. Of 90 that arrive, at most 60 may be left.
        var shop = Shops.Pipeline(1, 1, 2).WithStage("grinder", stage => stage with { QueueCapacity = 2, Patience = new Exponential(60) });

        SteadyState.Of(shop, Result(0, 350)).Reached.ShouldBeTrue();
        ReasonOf(shop, Result(0, 250)).ShouldBe("67.5 orders per hour reach grinder, at most 60 can be served there");
    }

    [Fact]
    public void Workers_who_stay_with_orders_that_may_be_lost_have_no_known_capacity()
    {
        // Without patience the waiters serve 2 in 125 s, 57.6 per hour; those who stay with a customer that leaves serve more.
        var shop = Shops.Solo(2).WithStage("machine", stage => stage with { Workers = 1 });
        var impatient = shop.WithStage("machine", stage => stage with { Patience = new Exponential(10) });

        ReasonOf(shop, NothingLost).ShouldBe("90 orders arrive per hour, at most 57.6 can be served at waiter");
        SteadyState.Of(impatient, Result(0, 500)).Reached.ShouldBeTrue();
        OfferedLoad.Unstable(impatient).ShouldBeEmpty();
    }

    [Fact]
    public void Closed_customers_have_one_at_any_load() =>
        Of(Shops.Pipeline().WithArrivals(new ArrivalSettings.Closed(50, new Exponential(1)), 200)).Reached.ShouldBeTrue();

    [Fact]
    public void Saturated_customers_have_one_unless_a_queue_behind_the_first_stage_grows()
    {
        ShopSettings Saturated(ShopSettings shop) => shop.WithArrivals(new ArrivalSettings.Saturated(), 200);
        ShopSettings Blocking(ShopSettings shop, string name) => shop.WithStage(name, stage => stage with { QueueCapacity = 2 });

        Of(Saturated(Shops.Single(1, new Exponential(60)))).Reached.ShouldBeTrue();
        ReasonOf(Saturated(Shops.Pipeline())).ShouldBe("180 orders per hour reach grinder, at most 60 can be served there");
        ReasonOf(Saturated(Blocking(Shops.Pipeline(1, 2, 1), "grinder"))).ShouldBe("120 orders per hour reach machine, at most 80 can be served there");
        Of(Saturated(Blocking(Blocking(Shops.Pipeline(), "grinder"), "machine"))).Reached.ShouldBeTrue();
        Of(Saturated(Shops.Pipeline(1, 4, 3))).Reached.ShouldBeTrue("180 per hour are what the waiter can do, and 240 and 240 can be served");
        Of(Saturated(Shops.Solo(3).WithStage("machine", stage => stage with { Workers = 1 }))).Reached.ShouldBeTrue("no more than three orders are inside");
    }

    private static SteadyState Of(ShopSettings shop) => SteadyState.Of(shop, NothingLost with { Capacity = BottleneckCapacity.Of(shop)?.Exact });

    private static string? ReasonOf(ShopSettings shop, ShopResult? run = null) => (run is null ? Of(shop) : SteadyState.Of(shop, run)) is { Reached: false } none ? none.Reason : null;

    private static ArrivalSettings.Renewal Poisson(double perHour) => new(new Exponential(3600 / perHour), 1);

    /// <summary>The result of 1,000 orders, as far as it matters here, with the number that reneged at each stage.</summary>
    private static ShopResult Result(params long[] reneged) => new()
    {
        Shop = "test",
        Seed = 1,
        Clock = "virtual",
        Replications = 1,
        Orders = new OrderCounts(1000, 1000 - reneged.Sum(), 0, reneged.Sum(), 0),
        Makespan = null,
        ThroughputPerHour = null,
        ResponseTime = new ResponseTime(null, null, null, null, null, null, null),
        Stages = [.. Enumerable.Range(0, 3).Select(stage => new StageResult("", 1, 0, 0, 0, null, null, null, new MeanOnly(null), new WaitingTime(null, null, null), new Level(null, null)) { Reneged = reneged.ElementAtOrDefault(stage) })],
        Drinks = [],
        Bottleneck = null,
        Concurrency = new Level(null, null),
        Parallelism = new Level(null, null),
        OrderQueue = new Level(null, null),
        PickUpQueue = new Level(null, null),
        LittlesLaw = new LittlesLaw(null, null, null),
        Events = 0,
        WallSeconds = 0,
        Checksum = "",
    };
}
