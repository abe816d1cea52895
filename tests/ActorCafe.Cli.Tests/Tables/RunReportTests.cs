using ActorCafe.Cli.Tables;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class RunReportTests
{
    [Fact]
    public void A_run_is_a_row_per_stage_and_a_line_per_measure() =>
        ConsoleCapture.By(console => RunReport.Write(console, SampleData.Shop(), SampleData.Result())).ShouldBe("""
            pipeline: 200 orders in 2h 00m (seed 7)

            stage   workers arrivals utilised blocked  wait   wait queue queue
                                                       mean    p95  mean   max
            ──────────────────────────────────────────────────────────────────
            waiter        1      200    50.0%   12.5% 20.1s 1m 00s  2.01     5
            grinder       1      200    96.0%    0.0%     -      -     -     -
            machine       1      200    75.0%    0.0% 250ms  750ms  0.03     5

            orders         196 served, 1 rejected, 2 reneged, 1 unserved
            time in shop   mean 4m 12s, 95% sure between 3m 50s and 4m 34s
                           p50 3m 20s, p95 7m 06s, p99 1h 05m, max 1d 01h
            throughput     98.0 per hour
            capacity       60.0 per hour, if customers never stop coming
                           (these customers took 35.3 s at grinder on average, not 60.0 s)
            concurrency    mean 5.50, max 19 orders in progress at once
            parallelism    mean 2.21, max 3 workers in service at once
            order queue    mean 0.50, max 5 before the first stage
            pick-up queue  mean 4.75, max 17 ordered and not served yet
            Little's law   6.12 in shop; throughput x time in shop 6.12; 0.0% apart

            """);

    [Fact]
    public void More_orders_per_hour_than_the_capacity_are_explained_by_the_workers_before_a_schedules_last_change()
    {
        var shop = SampleData.Shop();
        shop = shop with { Stages = shop.Stages.SetItem(1, shop.Stages[1] with { Workers = 3, Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), 1)]) }) };

        ConsoleCapture.By(console => RunReport.Write(console, shop, SampleData.Result())).ShouldContain("""
            capacity       60.0 per hour, if customers never stop coming
                           (grinder had more workers before its schedule's last change)
            """);
    }

    [Fact]
    public void Other_queues_several_drinks_replications_and_a_warm_up_are_named()
    {
        var shop = SampleData.Shop();
        shop = shop with { Stages = shop.Stages.SetItem(1, shop.Stages[1] with { Router = "random-pool" }) };
        var result = SampleData.Result() with
        {
            Replications = 20,
            WarmUp = 50,
            Drinks = [new DrinkResult("coffee", 120, new MeanOnly(252)), new DrinkResult("tea", 76, new MeanOnly(61)), new DrinkResult("rare", 0, new MeanOnly(null))],
        };
        var printed = ConsoleCapture.By(console => RunReport.Write(console, shop, result));
        printed.ShouldStartWith("pipeline: 200 orders in 20 replications of 2h 00m (seed 7, the first 50 orders\nleft out)\n");
        printed.ShouldContain("\n               coffee: 120 served, mean 4m 12s\n               tea: 76 served, mean 1m 01s\nthroughput");
        printed.ShouldContain("\nqueues         grinder random-pool\n");
    }

    [Fact]
    public void A_shop_with_huge_figures_and_long_names_still_fits_in_80_columns()
    {
        var shop = SampleData.Shop();
        var result = SampleData.Result();
        var stage = result.Stages[0] with
        {
            Name = "the-waiter-at-the-counter-by-the-window",
            Workers = 100_000,
            Arrivals = 10_000_000,
            WaitingTime = new WaitingTime(86_399, null, 8_640_000),
            QueueLength = new Level(123_456, 1_234_567),
        };
        ConsoleCapture.By(console => RunReport.Write(console, shop, result with { Stages = [stage, .. result.Stages[1..]] }))
            .ShouldContain("the-waiter-at-t… 100,000 10,000,000");
    }

    [Fact]
    public void Where_a_stage_has_patience_a_column_counts_those_who_reneged()
    {
        var shop = SampleData.Shop();
        shop = shop with { Stages = shop.Stages.SetItem(1, shop.Stages[1] with { Patience = new Deterministic(60) }) };
        var result = SampleData.Result();
        result = result with { Stages = result.Stages.SetItem(1, result.Stages[1] with { Reneged = 12 }) };

        ConsoleCapture.By(console => RunReport.Write(console, shop, result)).ShouldContain("""
            stage   workers arrivals utilised blocked  wait   wait queue queue reneged
                                                       mean    p95  mean   max
            ──────────────────────────────────────────────────────────────────────────
            waiter        1      200    50.0%   12.5% 20.1s 1m 00s  2.01     5       0
            grinder       1      200    96.0%    0.0%     -      -     -     -      12
            """);
    }

    [Theory]
    [InlineData("more than 1 for 4.0% of the time", new[] { 0.5, 0.46, 0.03, 0.01 })]
    [InlineData("more than 2 for 4.0% of the time", new[] { 0.2, 0.2, 0.56, 0.04 })]
    [InlineData("never more than 2", new[] { 0.0, 0.6, 0.4 })]
    [InlineData("more than 0 for 3.0% of the time", new[] { 0.97, 0.03 })]
    [InlineData("never more than 1", new[] { 0.0, 1.0 })]
    [InlineData("never more than 0", new[] { 1.0 })]
    public void The_number_in_the_shop_has_its_mean_and_a_number_that_is_seldom_exceeded(string words, double[] probabilities)
    {
        var result = SampleData.Result() with { InShop = new InShop(1.25, 3, [.. probabilities]) };

        ConsoleCapture.By(console => RunReport.Write(console, SampleData.Shop(), result)).ShouldContain($"\nin the shop    1.25 on average, {words}\n");
    }

    [Fact]
    public void A_measured_capacity_has_its_interval()
    {
        var result = SampleData.Result() with { ThroughputPerHour = 55, Capacity = new Capacity(56.25, CapacityHow.Measured, new Interval(55.75, 56.75)) };
        ConsoleCapture.By(console => RunReport.Write(console, SampleData.Shop(), result))
            .ShouldContain("capacity       56.2 per hour, if customers never stop coming\n               measured, 95% sure between 55.8 and 56.8\nconcurrency");
    }

    [Fact]
    public void Throughput_that_a_capacity_covers_needs_no_reason()
    {
        string Print(double perHour, Capacity? capacity) =>
            ConsoleCapture.By(console => RunReport.Write(console, SampleData.Shop(), SampleData.Result() with { ThroughputPerHour = perHour, Capacity = capacity }));

        Print(60.04, new Capacity(60, CapacityHow.Formula, null)).ShouldNotContain("these customers");
        Print(57, new Capacity(56.25, CapacityHow.Measured, new Interval(55.5, 57.5))).ShouldNotContain("these customers");
        Print(98, null).ShouldContain("capacity       -\nconcurrency");
    }
}
