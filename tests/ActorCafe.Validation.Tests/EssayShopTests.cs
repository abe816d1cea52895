using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>The essay's five shops, with hand-worked results for constant service times.</summary>
public class EssayShopTests
{
    /// <summary>
    /// accept 20 s, grind 60 s, brew 45 s; saturated arrivals. After the first few orders the slowest stage is always busy:
    /// <code>
    /// solo           one after the other, 20 + 60 + 45 = 125 s each                             n x 125
    /// duplicated     two of them side by side                                                   n / 2 x 125
    /// pipeline       the grinder begins at 20 and never rests; then the last brew               20 + n x 60 + 45
    /// more-grinders  order 1 is ground at 80, the next ones at 100, 140, 160, 200, ...: the
    ///                machine begins at 80 and never rests                                       80 + n x 45
    /// more-machines  the even orders come to the second grinder at 40 and it never rests;
    ///                of two machines one is always free for what is ground; then the last brew  40 + n / 2 x 60 + 45
    /// </code>
    /// </summary>
    [Theory]
    [InlineData("solo", 125_000)]
    [InlineData("duplicated", 62_500)]
    [InlineData("pipeline", 60_065)]
    [InlineData("more-grinders", 45_080)]
    [InlineData("more-machines", 30_085)]
    public async Task A_thousand_saturated_arrivals_take_the_hand_worked_time(string shop, double seconds)
    {
        var result = await Saturated(shop, 1000).RunAsync();

        result.Makespan.ShouldBe(seconds);
        result.Orders.Served.ShouldBe(1000);
    }

    [Theory]
    [InlineData("solo", 28.8, 1.0)]
    [InlineData("duplicated", 57.6, 2.0)]
    [InlineData("pipeline", 60, 125.0 / 60)] // 2.08
    [InlineData("more-grinders", 80, 125.0 / 45)] // 2.78
    [InlineData("more-machines", 120, 125.0 / 30)] // 4.17
    public async Task The_second_thousand_are_served_at_the_rate_of_the_bottleneck(string shop, double perHour, double timesSolo)
    {
        var first = (await Saturated(shop, 1000).RunAsync()).Makespan!.Value;
        var both = (await Saturated(shop, 2000).RunAsync()).Makespan!.Value;
        var rate = 1000 / (both - first) * 3600;

        rate.ShouldBe(perHour, 1e-9);
        (rate / 28.8).ShouldBe(timesSolo, 1e-9);
    }

    [Theory]
    [InlineData("solo", 28.8)]
    [InlineData("duplicated", 57.6)]
    [InlineData("pipeline", 60)]
    [InlineData("more-grinders", 80)]
    [InlineData("more-machines", 120)]
    public async Task The_capacity_of_a_result_is_the_bottlenecks_rate(string shop, double perHour)
    {
        var result = await Simulation.RunAsync(Shop(shop, 45).WithArrivals(new ArrivalSettings.Renewal(new Deterministic(200), 1), 10));

        result.CapacityPerHour.ShouldBe(perHour);
    }

    /// <summary>
    /// accept 20 s, grind 60 s, brew 90 s, a hundred customers at opening:
    /// <code>
    /// solo           100 x 170                                                         = 17000
    /// duplicated      50 x 170                                                         =  8500
    /// pipeline       the machine begins at 20 + 60 and never rests: 80 + 100 x 90      =  9080
    /// more-grinders  the second grinder does not help the one machine                  =  9080
    /// more-machines  the second machine begins at 20 + 20 + 60, 50 orders: 100 + 4500  =  4600
    /// </code>
    /// </summary>
    [Theory]
    [InlineData("solo", 17_000)]
    [InlineData("duplicated", 8_500)]
    [InlineData("pipeline", 9_080)]
    [InlineData("more-grinders", 9_080)]
    [InlineData("more-machines", 4_600)]
    public async Task A_hundred_customers_at_opening_take_the_hand_worked_time(string shop, double seconds)
    {
        var result = await Shop(shop, 90).WithArrivals(new ArrivalSettings.AllAtOnce(), 100).RunAsync();

        result.Makespan.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("solo", "waiter")]
    [InlineData("duplicated", "waiter")]
    [InlineData("pipeline", "grinder")]
    [InlineData("more-grinders", "machine")]
    [InlineData("more-machines", "grinder")]
    public async Task The_bottleneck_is_the_stage_that_never_rests(string shop, string bottleneck)
    {
        var result = await Saturated(shop, 1000).RunAsync();

        result.Bottleneck.ShouldBe(bottleneck);
        var stage = result.Stages.Single(stage => stage.Name == bottleneck);
        (stage.Utilisation + stage.Staying).ShouldNotBeNull().ShouldBe(1, 0.003);
    }

    private static ShopSettings Saturated(string shop, long orders) =>
        Shop(shop, 45).WithArrivals(new ArrivalSettings.Saturated(), orders);

    private static ShopSettings Shop(string name, double brew)
    {
        Distribution[] times = [new Deterministic(20), new Deterministic(60), new Deterministic(brew)];
        return name switch
        {
            "solo" => Shops.Solo(1, times),
            "duplicated" => Shops.Solo(2, times),
            "pipeline" => Shops.Pipeline(1, 1, 1, times),
            "more-grinders" => Shops.Pipeline(1, 2, 1, times),
            "more-machines" => Shops.Pipeline(1, 2, 2, times),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No shop of the essay."),
        };
    }
}
