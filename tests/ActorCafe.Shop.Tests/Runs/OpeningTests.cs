using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>A shop that opens at a time of day, and one that stays open until a time of day.</summary>
public sealed class OpeningTests
{
    private const double Eight = 8 * 3600;

    private static readonly TimeSpan AtEight = TimeSpan.FromSeconds(Eight);

    public static TheoryData<string> Processes => ["renewal", "saturated", "all at once", "closed", "trace"];

    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    public async Task Every_measure_counts_from_opening(ClockMode mode)
    {
        // Served 8:00:30 to 8:01:00, 8:01:00 to 8:01:30 and 8:02:00 to 8:02:30.
        var shop = Opening(Shops.Single(1, new Deterministic(30)).WithTrace(Eight + 30, Eight + 60, Eight + 120), AtEight).InMode(mode, 1000);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop).WaitAsync(TimeSpan.FromSeconds(60));

        result.Opened.ShouldBe(Eight);
        result.Makespan.ShouldBe(150);
        result.ThroughputPerHour.ShouldBe(3 / 150.0 * 3600);
        result.Stages[0].Utilisation.ShouldBe(90 / 150.0);
        result.Parallelism.ShouldBe(new Level(90 / 150.0, 1));
        result.Concurrency.ShouldBe(new Level(90 / 150.0, 1));
        result.LittlesLaw.ShouldBe(new LittlesLaw(90 / 150.0, 90 / 150.0, 0));
        records.Orders.Select(order => (order.Placed, order.Left)).ShouldBe(
            [(Eight + 30, Eight + 60), (Eight + 60, Eight + 90), (Eight + 120, Eight + 150)], "orders keep the clock's times");
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task The_same_day_hours_later_has_the_same_measures(string process)
    {
        var (early, late) = (ShopOf(process, TimeSpan.Zero), ShopOf(process, TimeSpan.FromHours(7.5)));

        var (first, earlyRecords) = await TestRuns.RunWithRecordsAsync(early);
        var (second, lateRecords) = await TestRuns.RunWithRecordsAsync(late);

        second.Checksum.ShouldBe(first.Checksum);
        (second.Makespan, second.ThroughputPerHour, second.ResponseTime, second.Parallelism, second.LittlesLaw)
            .ShouldBe((first.Makespan, first.ThroughputPerHour, first.ResponseTime, first.Parallelism, first.LittlesLaw));
        second.Stages.ShouldBe(first.Stages);
        lateRecords.Orders.Select(order => order.Placed - (7.5 * 3600)).ShouldBe(earlyRecords.Orders.Select(order => order.Placed), tolerance: 1e-9);
    }

    [Fact]
    public async Task The_first_customer_of_a_renewal_process_comes_one_gap_after_opening()
    {
        var shop = Opening(Shops.Single(1, new Deterministic(1)).WithArrivals(new ArrivalSettings.Renewal(new Deterministic(60), 1), 2), AtEight);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Placed).ShouldBe([Eight + 60, Eight + 120]);
    }

    [Fact]
    public async Task Hourly_rates_are_those_of_the_clocks_hours()
    {
        // Nobody comes before two o'clock, nor from three to six: then it is hour 2 of the next cycle of four.
        var shop = Opening(Shops.Single(1, new Deterministic(1)).WithArrivals(new ArrivalSettings.Hourly([0, 0, 50, 0]), 200), TimeSpan.FromHours(2.5));

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        var hours = records.Orders.Select(order => order.Placed / 3600).ToList();
        hours.ShouldAllBe(hour => Math.Floor(hour) % 4 == 2 && hour >= 2.5);
        // Poisson with mean 25: within 5 and 45 in all but one of 10,000 seeds, and the seed is fixed.
        hours.Count(hour => hour < 3).ShouldBeInRange(6, 44);
    }

    [Fact]
    public async Task A_pool_is_staffed_from_opening_by_the_last_change_until_then()
    {
        // Two serve the first two orders; from 8:01 on there is one. Staffed: 2 x 60 s and 1 x 120 s, all in service.
        PoolChange[] changes = [new(TimeSpan.FromHours(7), 3), new(AtEight, 2), new(AtEight + TimeSpan.FromMinutes(1), 1)];
        var shop = Opening(Shops.Single(1, new Deterministic(60)).WithArrivals(new ArrivalSettings.AllAtOnce(), 4), AtEight)
            .WithStage("waiter", stage => (stage with { Schedule = new PoolSchedule([.. changes]) }).At(AtEight));

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Left - Eight).ShouldBe([60, 60, 120, 180]);
        result.Stages[0].Utilisation.ShouldBe(1);
        result.Stages[0].Workers.ShouldBe(2);
    }

    [Fact]
    public void A_stage_whose_schedule_begins_after_opening_has_the_pool_of_its_deployment()
    {
        var stage = Shops.Stage("waiter", 1, "serve") with { Schedule = new PoolSchedule([new PoolChange(AtEight, 2)]) };

        stage.At(TimeSpan.FromHours(7)).Workers.ShouldBe(1);
    }

    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    public async Task The_window_goes_to_stop_at_where_everybody_has_left_before(ClockMode mode)
    {
        // The only order is served from 8:00:00 to 8:00:30. The second worker comes at 8:01, and the shop closes at 8:02.
        var shop = Opening(Shops.Single(1, new Deterministic(30)).WithTrace(Eight), AtEight).InMode(mode, 1000)
            .WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(AtEight + TimeSpan.FromSeconds(60), 2)]) })
            .WithCustomers(customers => customers with { StopAt = AtEight + TimeSpan.FromSeconds(120) });

        var result = await TestRuns.RunAsync(shop);

        result.Orders.ShouldBe(new OrderCounts(1, 1, 0, 0, 0));
        result.Makespan.ShouldBe(30, "to the last departure");
        result.ThroughputPerHour.ShouldBe(1 / 120.0 * 3600);
        result.Parallelism.Mean.ShouldBe(30 / 120.0);
        result.Stages[0].Utilisation.ShouldBe(30 / (120.0 + 60));
        result.LittlesLaw.MeanInShop.ShouldBe(30 / 120.0);
        result.Interrupted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ClockMode.Paced)]
    [InlineData(ClockMode.Real)]
    public async Task A_shop_that_is_empty_before_stop_at_can_be_stopped_early(ClockMode mode)
    {
        using var closing = new CancellationTokenSource();
        var shop = Shops.Single(1, new Deterministic(1)).WithTrace(0).InMode(mode, 60)
            .WithCustomers(customers => customers with { StopAt = TimeSpan.FromDays(365) });

        var result = await TestRuns.RunAsync(shop, new RunOptions { OrderLog = _ => new Closes(closing), CloseDoor = closing.Token })
            .WaitAsync(TimeSpan.FromSeconds(60));

        result.Orders.Served.ShouldBe(1);
        result.Interrupted.ShouldBeTrue();
    }

    [Fact]
    public async Task The_real_clock_shows_the_time_of_day_too()
    {
        var shop = Opening(Shops.Single(1, new Deterministic(30)).WithTrace(Eight, Eight + 60), AtEight).InMode(ClockMode.Real, 1000);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop).WaitAsync(TimeSpan.FromSeconds(60));

        records.Orders.ShouldAllBe(order => order.Placed >= Eight);
        // It lasts some 90 s. Less than that too: a first order that comes late shortens it.
        result.Makespan!.Value.ShouldBeInRange(30, Eight, "counted from midnight it would be hours");
    }

    private static ShopSettings Opening(ShopSettings shop, TimeSpan at) => shop.WithCustomers(customers => customers with { OpensAt = at });

    /// <summary>A pipeline with impatient customers and a schedule, all of it so much later.</summary>
    private static ShopSettings ShopOf(string process, TimeSpan later)
    {
        var shop = Shops.Pipeline(1, 2, 2).WithStage("grinder", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromMinutes(20) + later, 1)]) });
        shop = process switch
        {
            "renewal" => shop,
            "saturated" => shop.WithArrivals(new ArrivalSettings.Saturated(), 100),
            "all at once" => shop.WithArrivals(new ArrivalSettings.AllAtOnce(), 50),
            "closed" => shop.WithArrivals(new ArrivalSettings.Closed(5, new Exponential(60)), 100),
            _ => shop.WithTrace([.. Enumerable.Range(0, 60).Select(at => (40.0 * at) + later.TotalSeconds)]),
        };
        return Opening(shop, later).WithCustomers(customers => customers with
        {
            Patience = new Exponential(300),
            Until = TimeSpan.FromMinutes(40) + later,
            StopAt = TimeSpan.FromMinutes(50) + later,
        });
    }

    private sealed class Closes(CancellationTokenSource door) : IOrderLog
    {
        public void Left(Order order) => door.Cancel();
    }
}
