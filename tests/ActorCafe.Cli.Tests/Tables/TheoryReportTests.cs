using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Tables;
using ActorCafe.Pictures;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class TheoryReportTests
{
    [Fact]
    public void A_prediction_is_a_row_per_stage_the_whole_and_why() =>
        ConsoleCapture.By(console => TheoryReport.Write(console, ShopTheory.Predict(Exponential(30, 1, 3, 4)))).ShouldBe("""
            pipeline: predicted by queueing theory, nothing simulated

            stage   workers model utilised  wait   wait queue
                                            mean    p95  mean
            ─────────────────────────────────────────────────
            waiter        1 M/M/1    66.7% 40.0s 2m 35s  1.33
            grinder       3 M/M/3    66.7% 26.7s 2m 11s  0.89
            machine       4 M/M/4    37.5%  1.3s   7.2s  0.04

            time in shop   mean 3m 13s: the sum of its stages
            in shop        6.43 orders on average; at most 6 half of the time, 14 for 95% of
                           it and 18 for 99%
            capacity       180.0 per hour, if customers never stop coming; waiter is the
                           bottleneck
            waiter         customers come as a Poisson process, times are exponential, one
                           worker
            grinder        the output of waiter is a Poisson process (Burke), times are
                           exponential, one queue for 3 workers
            machine        the output of grinder is a Poisson process (Burke), times are
                           exponential, one queue for 4 workers

            """);

    [Fact]
    public void Repairs_and_interruptions_are_told_apart_from_waits()
    {
        var shop = Exponential(120, 1, 1, 1);
        shop = shop with
        {
            Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "espresso", Priority = 3 }],
            Stages =
            [
                shop.Stages[0],
                shop.Stages[1] with { Priority = true, Preempts = true },
                shop.Stages[2] with { Breakdown = new Breakdown(new Exponential(600), new Exponential(60), GivesBack: false) },
            ],
        };

        // Grinder: load 1/4 for each rank, 60 s: 20 s and 80 s to the start. Machine: 45 s are 4.5 s longer by repairs.
        ConsoleCapture.By(console => TheoryReport.Write(console, ShopTheory.Predict(shop))).ShouldEndWith("""
            grinder        the output of waiter is a Poisson process (Burke), times are
                           exponential, one worker, and an order interrupts those of lower
                           priority, which are resumed (White and Christie)
                           a service is interrupted for 10.0s on average
                           priority 3: waits 20.0s, done after 1m 20s
                           priority 0: waits 1m 20s, done after 2m 40s
            machine        the output of grinder is a Poisson process (Burke), one worker
                           who breaks down, all times are exponential (White and Christie)
                           each worker is being repaired 9.1% of the time
                           a service is interrupted for 4.5s on average

            """);
    }

    [Fact]
    public void The_number_in_shop_stands_beside_what_was_measured()
    {
        // Loads 1/3, 1/2 and 3/8: at most 6 for 95 % of the time.
        var prediction = ShopTheory.Predict(Exponential(60, 1, 2, 2));
        var number = prediction.InShop!.Quantile(0.95);
        ShopResult Run(double more) => SampleData.Result(workers: [1, 2, 2]) with { InShop = new InShop(2, 9, [1 - more, .. new double[number], more]) };
        string Row(ShopResult result) => ConsoleCapture.By(console => AgreementReport.Write(console, SampleData.Shop(), [(prediction, result)]))
            .Split('\n').Single(line => line.StartsWith($"> {number} in shop", StringComparison.Ordinal));

        var measured = DisplayFormat.Percent(prediction.InShop.MoreThan(number));
        Row(Run(0.03)).ShouldMatch($"^> {number} in shop +{measured} +3.0% +- +- +-$");
        Row(Run(0.04) with { Runs = [Run(0.03), Run(0.05)] }).ShouldMatch($"^> {number} in shop +{measured} +4.0% +-8.7% +16.7% +agrees$");
    }

    [Fact]
    public void Where_there_is_no_formula_the_report_still_has_the_capacity()
    {
        var shop = SampleData.Shop() with { Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Trace([new TraceEntry(TimeSpan.Zero, "a", 0)]) } };
        var printed = ConsoleCapture.By(console => TheoryReport.Write(console, ShopTheory.Predict(shop)));
        printed.ShouldContain("waiter        1 no formula        -    -    -     -");
        printed.ShouldContain("time in shop   recorded customers (cafe.customers.arrivals.process = trace)");
        printed.ShouldContain("capacity       60.0 per hour");
    }

    [Fact]
    public void An_overloaded_stage_is_named_before_the_run() =>
        ConsoleCapture.By(console => OverloadWarning.Warn(console, ShopTheory.Predict(Exponential(40, 1, 1, 1)))).ShouldBe("""
            pipeline has no steady state: 90.0 orders per hour arrive at grinder, which can
            serve 60.0. The queue there grows as long as customers come, so no formula gives
            its wait.


            """);

    [Fact]
    public void Where_all_can_be_done_nothing_is_said_before_the_run() =>
        ConsoleCapture.By(console => OverloadWarning.Warn(console, ShopTheory.Predict(Exponential(30, 1, 3, 4)))).ShouldBe("");

    [Fact]
    public void Theory_stands_beside_simulation_in_one_row()
    {
        var prediction = ShopTheory.Predict(Exponential(60, 1, 2, 1));
        var result = SampleData.Result(workers: [1, 2, 1]);
        result = result with
        {
            ResponseTime = result.ResponseTime with { Ci = null },
            Stages =
            [
                result.Stages[0] with { WaitingTime = new WaitingTime(10.1, new Interval(9.5, 10.7), 30) },
                result.Stages[1] with { WaitingTime = new WaitingTime(18, new Interval(17, 19), 60) },
                result.Stages[2],
            ],
        };
        var printed = ConsoleCapture.By(console => AgreementReport.Write(console, SampleData.Shop(), [(prediction, result)]));
        printed.ShouldStartWith("theory beside simulation: pipeline\n");
        printed.ShouldContain("waiter       M/M/1  10.0s     10.1s     9.5s 10.7s      agrees\n");
        printed.ShouldContain("grinder      M/M/2  20.0s     18.0s    17.0s 19.0s     differs\n");
        printed.ShouldContain("time in shop       4m 50s    4m 12s        -     - no interval\n");
        printed.ShouldContain("one interval in 20 misses by chance");
        printed.ShouldContain("no interval: too few orders");
    }

    private static ShopSettings Exponential(double gap, params int[] workers)
    {
        var shop = SampleData.Shop(workers: workers);
        var coffee = shop.Menu[0];
        return shop with
        {
            Menu = [coffee with { Recipe = [.. coffee.Recipe.Select(step => step with { Service = new Exponential(step.Service.Mean) })] }],
            Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Renewal(new Exponential(gap), 1), Orders = 10 },
        };
    }
}
