using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Measured capacities, against a formula and an event list. Intervals of 99.9 %.</summary>
public class CapacityTests
{
    [Theory]
    [InlineData(60, 60, 0, 150)]
    [InlineData(60, 60, 2, 151)]
    [InlineData(40, 60, 1, 152)]
    public async Task A_blocked_tandem_is_measured_within_one_percent_and_as_Hunt_says(double first, double second, int places, long seed)
    {
        var capacity = await MeasuredAsync(
            Shops.Of(
                [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = places, WhenFull = WhenFull.Block }],
                [new Exponential(first), new Exponential(second)],
                "accept",
                "brew"),
            seed);

        capacity.Ci!.ShouldHold(3600 * BlockedTandem.Throughput(first, second, places), within: 0.0101);
    }

    [Fact]
    public async Task Blocked_constant_times_are_measured_to_the_bit_of_the_slowest()
    {
        var capacity = await MeasuredAsync(WithRooms(Shops.Pipeline(1, 1, 1, new Deterministic(20), new Deterministic(60), new Deterministic(45)), 0, 0, WhenFull.Block), 153);

        capacity.PerHour.ShouldBe(60, 1e-9);
        capacity.Ci.ShouldBe(new Interval(capacity.PerHour, capacity.PerHour));
    }

    [Fact]
    public async Task Pools_that_block_each_other_are_measured_as_by_an_event_list()
    {
        var capacity = await MeasuredAsync(WithRooms(Shops.Pipeline(2, 2, 2, new Exponential(40), new Exponential(55), new Exponential(50)), 1, 0, WhenFull.Block), 154);

        var line = new SaturatedLine(firstStays: false, new(2, new Exponential(40)), new(2, new Exponential(55), 1), new(2, new Exponential(50), 0));
        capacity.Ci!.ShouldOverlap(line.PerHour(400_000, 1));
    }

    [Fact]
    public async Task Stages_that_reject_are_measured_as_by_an_event_list()
    {
        var capacity = await MeasuredAsync(WithRooms(Shops.Pipeline(1, 2, 1, new Exponential(20), new Exponential(60), new Gamma(45, 0.5)), 1, 2, WhenFull.Reject), 155);

        var line = new SaturatedLine(firstStays: false, new(1, new Exponential(20)), new(2, new Exponential(60), 1, Rejects: true), new(1, new Gamma(45, 0.5), 2, Rejects: true));
        capacity.Ci!.ShouldOverlap(line.PerHour(400_000, 2));
    }

    [Fact]
    public async Task Waiters_who_stay_while_their_orders_wait_are_measured_as_by_an_event_list()
    {
        var capacity = await MeasuredAsync(Shops.Solo(3, new Exponential(20), new Deterministic(0), new Exponential(60)).WithStage("machine", stage => stage with { Workers = 2 }), 156);

        capacity.Ci!.ShouldOverlap(new SaturatedLine(firstStays: true, new(3, new Exponential(20)), new(2, new Exponential(60))).PerHour(400_000, 3));
    }

    [Fact]
    public async Task A_large_blocked_pool_is_measured_without_its_emptying()
    {
        // Filling the ward and emptying it take as long as a thousand orders each, at a rate of their own.
        var shop = Shops.Of(
            [Shops.Stage("door", 50, "accept"), Shops.Stage("ward", 200, "care") with { QueueCapacity = 0, WhenFull = WhenFull.Block }],
            [new Exponential(3600), new Exponential(100_000)],
            "accept",
            "care");

        // The door keeps the ward full at all times, so the ward is never without work for long: 200 / 100,000 s.
        (await MeasuredAsync(shop, 157)).PerHour.ShouldBe(7.2, 0.015 * 7.2);
    }

    [Fact]
    public async Task Drinks_that_overtake_others_do_not_raise_the_capacity()
    {
        var shop = TwoDrinks();

        // Half of the orders are ground for 60 s: no more than 120 an hour can be kept up. Departures alone are 150 an hour, as tea overtakes.
        (await MeasuredAsync(shop, 158)).PerHour.ShouldBe(120, 0.015 * 120);
    }

    [Fact]
    public async Task Which_drink_goes_first_makes_no_difference()
    {
        var shop = TwoDrinks();
        var priority = shop with
        {
            Menu = [shop.Menu[0], shop.Menu[1] with { Priority = 1 }, shop.Menu[0] with { Index = 2, Name = "decaf", Priority = 2 }],
            Stages = [.. shop.Stages.Select(stage => stage with { Priority = stage.Name == "grinder" })],
        };
        var without = priority with { Stages = shop.Stages };

        (await MeasuredAsync(priority, 159)).ShouldBe(await MeasuredAsync(without, 159));
    }

    [Fact]
    public async Task The_capacity_is_the_same_for_any_number_of_replications()
    {
        var shop = WithRooms(Shops.Pipeline(), 0, 0, WhenFull.Block).Over(100, 160, warmUp: 0);
        var one = await Simulation.RunAsync(shop);
        var five = await Simulation.RunAsync(shop, new RunOptions { Replications = 5, Parallel = 2 });

        one.Capacity!.How.ShouldBe(CapacityHow.Measured);
        five.Capacity.ShouldBe(one.Capacity);
        five.Runs.ShouldAllBe(run => run.Capacity == one.Capacity);
        (await Simulation.CapacityAsync(shop)).ShouldBe(one.Capacity);
    }

    [Fact]
    public async Task A_shop_that_would_deadlock_has_no_capacity()
    {
        var shop = Shops.Solo(2);
        var recipe = shop.Menu[0].Recipe;
        (await Simulation.CapacityAsync(shop with { Menu = [shop.Menu[0] with { Recipe = [.. recipe, recipe[0]] }] })).ShouldBeNull();
    }

    [Fact]
    public async Task A_measurement_can_be_given_up() =>
        (await Simulation.CapacityAsync(WithRooms(Shops.Pipeline(), 0, 0, WhenFull.Block), new CancellationToken(canceled: true))).ShouldBeNull();

    private static async Task<Capacity> MeasuredAsync(ShopSettings shop, long seed)
    {
        var capacity = (await Simulation.CapacityAsync(shop.Over(100, seed, warmUp: 0)))!;
        capacity.How.ShouldBe(CapacityHow.Measured);
        (capacity.Ci!.High - capacity.Ci.Low).ShouldBeLessThan(0.0201 * capacity.PerHour);
        return capacity;
    }

    // Coffee is accepted, ground and brewed; tea is not ground. Only the machine has little room, which it needs for nobody.
    private static ShopSettings TwoDrinks()
    {
        var shop = WithRooms(Shops.Pipeline(1, 1, 1, new Exponential(20), new Exponential(60), new Exponential(1)), null, 5, WhenFull.Block);
        var coffee = shop.Menu[0];
        return shop with { Menu = [coffee, new Drink(1, "tea", 1, 0, [coffee.Recipe[0], coffee.Recipe[2]])] };
    }

    private static ShopSettings WithRooms(ShopSettings shop, int? grinder, int machine, WhenFull whenFull) => shop
        .WithStage("grinder", stage => stage with { QueueCapacity = grinder, WhenFull = whenFull })
        .WithStage("machine", stage => stage with { QueueCapacity = machine, WhenFull = whenFull });
}
