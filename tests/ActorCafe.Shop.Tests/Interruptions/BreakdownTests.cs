using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;
using ActorCafe.Shop.Workers;

namespace ActorCafe.Shop.Tests.Interruptions;

/// <summary>Schedules worked by hand. A worker breaks down 25 s after it came or was repaired; a repair takes 7 s and a service 10 s, unless a test says otherwise.</summary>
public sealed class BreakdownTests
{
    private static readonly Breakdown Resume = new(new Deterministic(25), new Deterministic(7), GivesBack: false);
    private static readonly Breakdown GiveBack = Resume with { GivesBack = true };

    [Fact]
    public async Task A_worker_goes_on_with_its_order_after_the_repair()
    {
        // Down from 25 to 32 and from 57 to 64. Service that ends at 57 has ended; the one that begins then is interrupted at once.
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), Resume).WithTrace(10, 20, 30, 40, 50);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(10, 20), (20, 37), (37, 47), (47, 57), (57, 74)]);
        var stage = result.Stages[0];
        (stage.ServiceTime.Mean, stage.WaitingTime.Mean).ShouldBe((10, 4.2));
        stage.Utilisation!.Value.ShouldBe(50.0 / 74, 1e-12);
        stage.Down!.Value.ShouldBe(14.0 / 74, 1e-12);
    }

    [Fact]
    public async Task An_order_given_back_is_finished_by_whoever_is_free()
    {
        // Worker 2 comes at 10, so it breaks down at 35. The order of 20 has 5 s left when worker 1 breaks down at 25, that of 31 has 6 s left at 35.
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), GiveBack)
            .WithStage("waiter", stage => stage with { Schedule = ScheduleOf((10, 2)) }).WithTrace(20, 31);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records[1].Visits[0].ShouldBe(new OrderRecords.VisitRecord(20, 20, 30, 2));
        records[2].Visits[0].ShouldBe(new OrderRecords.VisitRecord(31, 31, 41, 1));
    }

    [Fact]
    public async Task An_order_given_back_is_first_in_the_queue()
    {
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), GiveBack).WithTrace(20, 21);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(20, 37), (37, 47)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_breaks_down_while_it_is_idle_and_whoever_comes_waits(bool givesBack)
    {
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), Resume with { GivesBack = givesBack }).WithTrace(26);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(32, 42)]);
        result.Stages[0].Down!.Value.ShouldBe(7.0 / 42, 1e-12);
    }

    [Theory]
    [InlineData(4, 12, 0)]
    [InlineData(10, 15, 3)]
    public async Task A_worker_that_breaks_down_while_it_is_blocked_is_down_afterwards_if_the_repair_is_not_over(double repair, double third, double down)
    {
        // The waiter breaks down at 5, blocked with the second order from 4 to 12.
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = 0 }], [new Deterministic(2), new Deterministic(10)], "accept", "brew");
        shop = Breaking(shop, new Breakdown(new Sequence([5, 1000]), new Deterministic(repair), GivesBack: true)).WithTrace(0, 2, 3);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records[3].Visits[0].Started.ShouldBe(third);
        var stage = result.Stages[0];
        stage.Down!.Value.ShouldBe(down / result.Makespan!.Value, 1e-12);
        stage.Blocked!.Value.ShouldBe((8 + (22 - third - 2)) / result.Makespan!.Value, 1e-12);
    }

    [Fact]
    public async Task A_worker_that_breaks_down_while_it_stays_with_an_order_is_down_afterwards()
    {
        // The waiter stays with the first order until 12, and is down from then until 15.
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept") with { StaysWithOrder = true }, Shops.Stage("machine", 1, "brew")], [new Deterministic(2), new Deterministic(10)], "accept", "brew");
        shop = Breaking(shop, new Breakdown(new Sequence([5, 1000]), new Deterministic(10), GivesBack: false)).WithTrace(0, 1);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records[2].Visits[0].Started.ShouldBe(15);
        result.Stages[0].Down!.Value.ShouldBe(3.0 / 27, 1e-12);
    }

    [Fact]
    public async Task The_step_in_hand_is_finished_and_then_the_next_one_at_the_same_stage()
    {
        // 6 s and 4 s; broken down at 8 for 3 s, two seconds into the second step.
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept", "grind")], [new Deterministic(6), new Deterministic(4)], "accept", "grind");
        shop = Breaking(shop, new Breakdown(new Sequence([8, 1000]), new Deterministic(3), GivesBack: true)).WithTrace(0.0);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(0, 13)]);
        result.Stages[0].ServiceTime.Mean.ShouldBe(10);
    }

    [Fact]
    public async Task A_worker_who_is_away_does_not_break_down_and_goes_on_with_the_next_draw()
    {
        // At work from 0 to 10 and from 40 on. The first time up, 25 s, is cut short; the second is 12 s, so the breakdown is at 52.
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), new Breakdown(new Sequence([25, 12, 1000]), new Deterministic(7), GivesBack: false))
            .WithStage("waiter", stage => stage with { Schedule = ScheduleOf((10, 0), (40, 1)) }).WithTrace(41, 51);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(41, 51), (51, 68)]);
    }

    [Fact]
    public async Task A_worker_that_is_down_without_an_order_leaves_at_once()
    {
        // Down from 25. The schedule sends it home at 27; the one that comes at 28 is up.
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), GiveBack)
            .WithStage("waiter", stage => stage with { Schedule = ScheduleOf((27, 0), (28, 1)) }).WithTrace(20);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(20, 33)]);
    }

    [Fact]
    public async Task A_worker_that_is_down_with_an_order_finishes_it_before_it_leaves()
    {
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), Resume)
            .WithStage("waiter", stage => stage with { Schedule = ScheduleOf((27, 0), (60, 1)) }).WithTrace(20, 21);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        TimesOf(records).ShouldBe([(20, 37), (60, 70)]);
    }

    [Fact]
    public async Task Pools_that_change_at_one_instant_all_change_before_a_run_is_given_up()
    {
        // The order has waited at the machine since 2. The waiters' change is made first, and nothing comes of it.
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept") with { Schedule = ScheduleOf((20, 2)) }, Shops.Stage("machine", 0, "brew") with { Schedule = ScheduleOf((20, 1)) }],
            [new Deterministic(2), new Deterministic(10)],
            "accept",
            "brew");

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace(0.0));

        records[1].Left.ShouldBe(30);
    }

    [Fact]
    public async Task Breakdowns_keep_no_run_alive()
    {
        // Nobody comes to the second stage, while the first breaks down for ever.
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 0, "brew")], [new Deterministic(10), new Deterministic(10)], "accept", "brew");

        var result = await TestRuns.RunAsync(Breaking(shop, Resume).WithTrace(20, 21)).WaitAsync(TimeSpan.FromSeconds(120));

        result.Orders.Unserved.ShouldBe(2);
    }

    [Fact]
    public void Each_worker_has_draws_of_its_own_and_each_breakdown_another()
    {
        var times = Enumerable.Range(1, 3).Select(worker => new BreakdownTimes(new Breakdown(new Exponential(25), new Exponential(7), false), 1, "waiter", worker)).ToList();

        var drawn = times.SelectMany(worker => Enumerable.Range(0, 3).SelectMany(_ => new[] { worker.NextUp(), worker.Repair() })).ToList();

        drawn.Distinct().Count().ShouldBe(18);
        var again = new BreakdownTimes(new Breakdown(new Exponential(25), new Exponential(7), false), 1, "waiter", 1);
        (again.NextUp(), again.Repair()).ShouldBe((drawn[0], drawn[1]));
    }

    [Fact]
    public void The_capacity_counts_the_time_that_workers_are_up()
    {
        // 3 h up and 1 h of repair: three quarters of 360 an hour.
        var shop = Breaking(Shops.Single(1, new Deterministic(10)), new Breakdown(new Exponential(10_800), new Exponential(3_600), false));

        BottleneckCapacity.Of(shop)!.PerHour.ShouldBe(270, 1e-9);
        OfferedLoad.Unstable(shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(13.2), 1))).ShouldBe(["waiter"]);
        OfferedLoad.Unstable(shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(13.4), 1))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_real_clock_breaks_workers_down_too(bool givesBack)
    {
        var shop = Breaking(Shops.Single(2, new Deterministic(10)), new Breakdown(new Exponential(30), new Exponential(10), givesBack))
            .WithStage("waiter", stage => stage with { Preempts = true, Priority = true });
        shop = shop with { Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "tea", Priority = 1 }] };

        var result = await TestRuns.RunAsync(shop.WithArrivals(new ArrivalSettings.Renewal(new Exponential(8), 1), 60).InMode(ClockMode.Real, 1000));

        result.Orders.Served.ShouldBe(60);
        result.Stages[0].Down!.Value.ShouldBeGreaterThan(0);
    }

    private static ShopSettings Breaking(ShopSettings shop, Breakdown breakdown) => shop.WithStage("waiter", stage => stage with { Breakdown = breakdown });

    private static PoolSchedule ScheduleOf(params (double At, int Workers)[] changes) =>
        new([.. changes.Select(change => new PoolChange(TimeSpan.FromSeconds(change.At), change.Workers))]);

    private static IEnumerable<(double?, double?)> TimesOf(OrderRecords records) =>
        records.Orders.OrderBy(order => order.Number).Select(order => (order.Visits[0].Started, order.Visits[0].Finished));
}
