using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class WarmUpTests
{
    [Fact]
    public async Task A_run_cut_off_during_warm_up_has_no_statistics()
    {
        var shop = Shops.Single(1, new Deterministic(1)).WithTrace(0, 10, 20)
            .WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromSeconds(5), 2)]) })
            .WithCustomers(customers => customers with { StopAt = TimeSpan.FromSeconds(15) });

        ShouldHaveNoStatistics(await TestRuns.RunAsync(shop.With(new WarmUp.Orders(2))));
    }

    [Fact]
    public async Task A_run_that_ends_before_its_length_of_warm_up_has_no_statistics()
    {
        var result = await TestRuns.RunAsync(Shops.Single(1, new Deterministic(1)).WithTrace(0, 10, 20).With(new WarmUp.Length(TimeSpan.FromSeconds(21.5))));

        ShouldHaveNoStatistics(result);
        (result.WarmUp, result.Orders.Served).ShouldBe((3, 3));
    }

    /// <summary>One worker serves for 10 s each orders placed at 0, 20, 30 and 40 s after opening.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(8 * 3600)]
    public async Task The_window_begins_after_a_length_before_anything_else_at_that_instant(int opening)
    {
        var shop = Shops.Single(1, new Deterministic(10)).WithTrace(opening, opening + 20, opening + 30, opening + 40)
            .WithCustomers(customers => customers with { OpensAt = TimeSpan.FromSeconds(opening) });

        var result = await TestRuns.RunAsync(shop.With(new WarmUp.Length(TimeSpan.FromSeconds(30))));

        // The second leaves, and the third is placed, at the instant when the window begins. It ends at 50.
        result.WarmUp.ShouldBe(2);
        (result.Stages[0].Arrivals, result.Stages[0].Completions, result.Stages[0].Utilisation).ShouldBe((2, 2, 1));
        result.ThroughputPerHour.ShouldBe(3 * 3600.0 / 20);
        (result.InShop.Mean, result.InShop.Max).ShouldBe((1, 1));
        result.InShop.Probabilities.ShouldBe([0, 1]);
        result.Orders.ShouldBe(new OrderCounts(4, 4, 0, 0, 0));
        result.Makespan.ShouldBe(50);
    }

    [Fact]
    public async Task A_length_gives_the_window_of_the_number_of_orders_placed_in_it()
    {
        var shop = Shops.Pipeline(1, 2, 2);
        var byLength = await TestRuns.RunAsync(shop.With(new WarmUp.Length(TimeSpan.FromMinutes(40))));

        var byNumber = await TestRuns.RunAsync(shop.With(new WarmUp.Orders(byLength.WarmUp)));

        byLength.WarmUp.ShouldBeInRange(30, 90);
        (byLength.ResponseTime, byLength.Checksum).ShouldBe((byNumber.ResponseTime, byNumber.Checksum));
        byLength.Stages.Select(stage => stage.Completions).ShouldBe(byNumber.Stages.Select(stage => stage.Completions));
    }

    [Fact]
    public async Task Replications_leave_out_their_own_number_of_orders_each()
    {
        var result = await TestRuns.RunAsync(Shops.Pipeline(1, 2, 2).With(new WarmUp.Length(TimeSpan.FromMinutes(40))), new RunOptions { Replications = 3 });

        result.Each.Select(run => run.WarmUp).Distinct().Count().ShouldBeGreaterThan(1);
        result.WarmUp.ShouldBe((long)Math.Round(result.Each.Average(run => run.WarmUp)));
        result.Stages[0].Arrivals.ShouldBe(600 - result.Each.Sum(run => run.WarmUp));
    }

    private static void ShouldHaveNoStatistics(ShopResult result)
    {
        result.ThroughputPerHour.ShouldBeNull();
        result.Parallelism.Mean.ShouldBeNull();
        result.Stages[0].Utilisation.ShouldBeNull();
        result.Stages[0].QueueLength.Mean.ShouldBeNull();
        result.Bottleneck.ShouldBeNull();
        result.InShop.ShouldBe(new InShop(null, null, null));
    }
}
