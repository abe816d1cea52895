using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class AutomaticWarmUpTests
{
    private static readonly ShopSettings Busy = Auto(Shops.Single(1, new Exponential(36)).WithCustomers(customers => customers with { Orders = 3000 }));

    [Fact]
    public async Task All_replications_leave_out_the_same_orders_together_or_one_by_one()
    {
        var together = await TestRuns.RunAsync(Busy, new RunOptions { Replications = 3, Parallel = 2 });
        var last = await TestRuns.RunAsync(Busy, new RunOptions { FirstReplication = 3, Parallel = 1 });

        together.WarmUp.ShouldBeInRange(100, 1500);
        together.Each.Select(run => run.WarmUp).Distinct().ShouldBe([together.WarmUp]);
        last.WarmUp.ShouldBe(together.WarmUp);
        last.ResponseTime.ShouldBe(together.Each[2].ResponseTime);
    }

    [Fact]
    public async Task The_result_is_that_of_the_same_warm_up_given_as_a_number()
    {
        var auto = await TestRuns.RunAsync(Busy);
        var given = await TestRuns.RunAsync(Busy with { Statistics = Busy.Statistics with { WarmUp = new WarmUp.Orders(auto.WarmUp) } });

        given.ResponseTime.ShouldBe(auto.ResponseTime);
        given.Checksum.ShouldBe(auto.Checksum);
    }

    [Fact]
    public async Task Replications_that_are_added_for_precision_leave_out_the_same_orders()
    {
        var result = await TestRuns.RunAsync(Busy, new RunOptions { Replications = 2, UntilPrecision = 0.2 });

        result.Replications.ShouldBeGreaterThan(2);
        result.Each.Select(run => run.WarmUp).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task At_most_half_of_a_short_run_is_left_out()
    {
        (await WarmUpAsync(Busy.WithCustomers(customers => customers with { Orders = 60 }))).ShouldBe(30);

        // The clock ends it after about 60 orders.
        (await WarmUpAsync(Busy.WithCustomers(customers => customers with { Orders = null, Until = TimeSpan.FromMinutes(40) }))).ShouldBeInRange(10, 30);
    }

    [Fact]
    public async Task Nothing_is_left_out_of_a_shop_that_never_settles()
    {
        (await WarmUpAsync(Busy.WithTrace([.. Enumerable.Range(0, 400).Select(at => at * 30.0)]))).ShouldBe(0);
        (await WarmUpAsync(Busy.WithArrivals(new ArrivalSettings.AllAtOnce(), 400))).ShouldBe(0);
        (await WarmUpAsync(Busy.WithArrivals(new ArrivalSettings.Renewal(new Exponential(30), 1), 400))).ShouldBe(0);
    }

    [Fact]
    public async Task Rejected_orders_do_not_shift_the_numbers_of_those_that_count()
    {
        // Every second customer or so finds the room full; an empty shop serves the first ones at once, and the queue is full soon after.
        var crowded = Auto(Shops.Single(1, new Exponential(80)).WithStage("waiter", stage => stage with { QueueCapacity = 3, WhenFull = WhenFull.Reject })
            .WithCustomers(customers => customers with { Orders = 3000 }));

        (await WarmUpAsync(crowded)).ShouldBeInRange(0, 300);
    }

    private static ShopSettings Auto(ShopSettings shop) => shop with { Statistics = shop.Statistics with { WarmUp = new WarmUp.Auto() } };

    private static async Task<long> WarmUpAsync(ShopSettings shop) => (await TestRuns.RunAsync(shop)).WarmUp;
}
