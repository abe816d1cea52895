using ActorCafe.Analysis.Planning;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Planning;

/// <summary>Plans for recorded days that can be checked by hand: serving takes a minute, so two customers at once need two waiters.</summary>
public sealed class WeekPlannerTests
{
    private static readonly DateOnly Monday = new(2024, 4, 1);

    [Fact]
    public async Task Days_of_a_weekday_are_staffed_for_all_of_them_together()
    {
        var week = await PlanAsync(
            Day(Monday.AddDays(7), "8:30", "9:10", "9:10", "11:59"),
            Day(Monday, "8:30", "8:30", "9:20", "10:20"),
            Day(Monday.AddDays(2), "8:00", "9:00", "9:00", "9:59"));

        week.Select(day => day.Weekday).ShouldBe([DayOfWeek.Monday, DayOfWeek.Wednesday]);
        Staff(week[0]).ShouldBe("8:2 9:2 10:1 11:1");
        Staff(week[1]).ShouldBe("8:1 9:2");
        (week[0].CostPerDay, week[1].CostPerDay).ShouldBe((60, 30));
        week[0].Days.Length.ShouldBe(2);
        (week[0].Plan.Hours!.Opens, week[0].Plan.Hours!.Closes).ShouldBe((TimeSpan.FromHours(8), TimeSpan.FromHours(12)));
    }

    [Fact]
    public async Task Days_without_a_date_are_planned_together_after_the_others()
    {
        var week = await PlanAsync(Day(null, "9:00", "9:30", "9:30"), Day(Monday.AddDays(6), "8:30"), Day(null, "10:00"));

        week.Select(day => day.Weekday).ShouldBe([DayOfWeek.Sunday, null]);
        Staff(week[1]).ShouldBe("9:2 10:1");
    }

    [Fact]
    public async Task Times_after_midnight_count_on()
    {
        var week = await PlanAsync(Day(Monday, "23:10", "25:20", "25:20"));

        Staff(week[0]).ShouldBe("23:1 24:1 25:2");
        week[0].Plan.Staff[0].Changes.ShouldBe([new PoolChange(TimeSpan.FromHours(25), 2)]);
    }

    [Theory]
    [InlineData(0, "8:1 9:2 10:1 11:1 12:1 13:1")]
    [InlineData(6, "8:2 9:2 10:2 11:2 12:2 13:2")]
    [InlineData(8, "8:2 9:2 10:2 11:2 12:2 13:2")]
    public async Task Nobody_is_employed_for_less_than_the_shortest_shift(int hours, string staff)
    {
        var week = await PlanAsync(TimeSpan.FromHours(hours), parallel: 2, Day(Monday, "8:30", "9:30", "9:30", "13:30"));

        Staff(week[0]).ShouldBe(staff);
    }

    [Fact]
    public async Task Two_shifts_that_overlap_are_enough_for_one_busy_hour()
    {
        var week = await PlanAsync(TimeSpan.FromHours(3), parallel: 2, Day(Monday, "8:30", "9:30", "9:30", "13:30"));

        // From 8 to 11 and from 9 to 14: each overlaps the other by two hours, and two are there from 9 to 10.
        Staff(week[0]).ShouldBe("8:1 9:2 10:2 11:1 12:1 13:1");
    }

    [Fact]
    public async Task One_long_shift_is_cheaper_than_two_short_ones_that_overlap()
    {
        // Two are needed from 8 to 9 and from 12 to 13. Two shifts of three hours are six, one from 8 to 13 is five.
        var week = await PlanAsync(TimeSpan.FromHours(3), parallel: 2, Day(Monday, "8:30", "8:30", "12:30", "12:30"));

        Staff(week[0]).ShouldBe("8:2 9:2 10:2 11:2 12:2");
    }

    [Fact]
    public async Task Two_shifts_with_a_gap_are_cheaper_than_a_long_one()
    {
        var week = await PlanAsync(TimeSpan.FromHours(2), parallel: 2, Day(Monday, "8:30", "8:30", "13:30", "13:30"));

        Staff(week[0]).ShouldBe("8:2 9:2 10:1 11:1 12:2 13:2");
    }

    [Fact]
    public async Task Other_days_are_surely_alike_only_if_the_recorded_ones_are()
    {
        var one = await PlanAsync(Day(Monday, "8:30"));
        var two = await PlanAsync(Day(Monday, "8:30"), Day(Monday.AddDays(7), "8:40"));

        one[0].Plan.Chosen!.Estimates[0].Target.Measure.ShouldBe(TargetMeasure.Max);
        // A maximum over other days cannot be told.
        (one[0].OverDaysLikeThese, two[0].OverDaysLikeThese).ShouldBe((null, null));
        var mean = new Target("mean < 90s", TargetMeasure.Mean, null, 90);
        double?[] means = [60, 80, 70];
        // Mean 70, deviation 10: (90 - 70) / (10 / √3) = 2√3, and with two degrees of freedom P(T <= t) = 1/2 + t / (2√(2 + t²)).
        new TargetEstimate(mean, 70, null, 1) { ByDay = [.. means] }.OverDaysLikeThese!.Value.ShouldBe(0.5 + (2 * Math.Sqrt(3) / (2 * Math.Sqrt(14))), 1e-12);
        new TargetEstimate(mean, 70, null, 1) { ByDay = [70] }.OverDaysLikeThese.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_week_is_planned_however_many_runs_are_simulated_at_once()
    {
        RecordedDay[] days = [Busy(Monday, 1), Busy(Monday.AddDays(7), 2), Busy(Monday.AddDays(8), 3)];
        var target = new Target("p95 < 4m", TargetMeasure.P95, null, 240);
        var shop = Shop(new Exponential(60));

        var one = await WeekPlanner.PlanAsync(Request(shop, target) with { Parallel = 1 }, days);
        var four = await WeekPlanner.PlanAsync(Request(shop, target) with { Parallel = 4 }, days);

        four.Select(Staff).ShouldBe(one.Select(Staff));
        four.Select(day => day.Plan.Chosen!.Estimates[0].Measured).ShouldBe(one.Select(day => day.Plan.Chosen!.Estimates[0].Measured));
        one.ShouldAllBe(day => day.Plan.Chosen!.Confidence >= 0.95);
    }

    [Fact]
    public async Task What_no_staff_could_do_is_out_of_reach()
    {
        var week = await WeekPlanner.PlanAsync(Request(Shop(new Deterministic(60)), new Target("max < 59s", TargetMeasure.Max, null, 59)), [Day(Monday, "8:30")]);

        week[0].Plan.Chosen.ShouldBeNull();
        week[0].Plan.Largest!.Estimates[0].Measured.ShouldBe(60);
        week[0].CostPerDay.ShouldBeNull();
    }

    private static Task<System.Collections.Immutable.ImmutableArray<WeekdayPlan>> PlanAsync(params RecordedDay[] days) => PlanAsync(TimeSpan.Zero, 2, days);

    private static Task<System.Collections.Immutable.ImmutableArray<WeekdayPlan>> PlanAsync(TimeSpan shortest, int parallel, params RecordedDay[] days) =>
        WeekPlanner.PlanAsync(Request(Shop(new Deterministic(60)), new Target("max < 61s", TargetMeasure.Max, null, 61)) with { ShortestShift = shortest, Parallel = parallel }, days);

    private static PlanRequest Request(ShopSettings shop, Target target) => new() { Shop = shop, CostPerHour = [10], Targets = [target] };

    private static ShopSettings Shop(Distribution service) => Shops.Of([Shops.Stage("counter", 1, "serve")], [service], "serve");

    private static RecordedDay Day(DateOnly? date, params string[] times) =>
        new(date?.ToString("yyyy-MM-dd", null) ?? "day", date, new([.. times.Select((time, at) => new TraceEntry(Time(time), $"{at}", 0))]));

    private static RecordedDay Busy(DateOnly date, int seed)
    {
        var random = new Random(seed);
        return new(date.ToString("yyyy-MM-dd", null), date, new([.. Enumerable.Range(0, 120).Select(_ => TimeSpan.FromSeconds(8 * 3600 + random.Next(3 * 3600))).Order().Select(time => new TraceEntry(time, "x", 0))]));
    }

    private static TimeSpan Time(string text) => TimeSpan.FromHours(int.Parse(text.Split(':')[0])) + TimeSpan.FromMinutes(int.Parse(text.Split(':')[1]));

    private static string Staff(WeekdayPlan day) =>
        string.Join(' ', day.Plan.Staff[0].PerHour.Index().Where(hour => hour.Item > 0).Select(hour => $"{hour.Index}:{hour.Item}"));
}
