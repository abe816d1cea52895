using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>An interval is given exactly where the mean that it is for exists.</summary>
public sealed class IntervalTests
{
    private static readonly ShopSettings Steady = Shops.Single(1, new Exponential(30)).WithCustomers(customers => customers with { Orders = 2000 });
    private static readonly ShopSettings Overloaded = Shops.Single(1, new Exponential(60)).WithCustomers(customers => customers with { Orders = 2000 });
    private static readonly ShopSettings Day = Steady.WithCustomers(customers => customers with { Until = TimeSpan.FromHours(20) });

    [Fact]
    public async Task One_run_has_intervals_with_a_steady_state_only()
    {
        (await IntervalsAsync(Steady)).ShouldAllBe(interval => interval != null);
        (await IntervalsAsync(Overloaded)).ShouldAllBe(interval => interval == null);
        (await IntervalsAsync(Day)).ShouldAllBe(interval => interval == null);
        (await TestRuns.RunAsync(Overloaded)).ResponseTime.Batches.ShouldBeNull("there is no interval that rests on them");
    }

    [Fact]
    public async Task Replications_of_a_day_have_intervals_even_if_it_is_overloaded_and_those_of_a_queue_that_only_grows_have_none()
    {
        (await IntervalsAsync(Day, 3)).ShouldAllBe(interval => interval != null);
        (await IntervalsAsync(Overloaded.WithCustomers(customers => customers with { StopAt = TimeSpan.FromHours(8) }), 3)).ShouldAllBe(interval => interval != null);
        (await IntervalsAsync(Overloaded, 3)).ShouldAllBe(interval => interval == null);
    }

    [Fact]
    public async Task Blocking_takes_the_steady_state_from_stages_that_could_each_keep_up()
    {
        // 72 arrive per hour and each stage can serve 90. Of two exponential stages without room between, the first is held up for a third of the time
        // (the larger of two services lasts 1.5 x 40 s on average), so 60 can be served.
        var shop = Shops.Of(
            [Shops.Stage("first", 1, "accept"), Shops.Stage("second", 1, "brew") with { QueueCapacity = 0 }], [new Exponential(40), new Exponential(40)], "accept", "brew")
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(50), 1), 1500);

        var result = await Simulation.RunAsync(shop);

        result.SteadyState.Reached.ShouldBeFalse();
        result.ResponseTime.Ci.ShouldBeNull();
        result.Unstable.ShouldBeEmpty();
        result.SteadyState.Overload!.CapacityPerHour.ShouldBe(60, 1.2, "the interval is within 1 % in 95 of 100 cases");
        (await Simulation.RunAsync(shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(80), 1), 1500))).ResponseTime.Ci.ShouldNotBeNull();
    }

    private static async Task<IEnumerable<Interval?>> IntervalsAsync(ShopSettings shop, int replications = 1)
    {
        var result = await TestRuns.RunAsync(shop, new RunOptions { Replications = replications });
        return [result.ResponseTime.Ci, .. result.Stages.Select(stage => stage.WaitingTime.Ci)];
    }
}
