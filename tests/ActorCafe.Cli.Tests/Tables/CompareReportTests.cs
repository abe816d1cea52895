using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class CompareReportTests
{
    private static readonly (string Name, double Capacity, int[] Workers)[] Five =
        [("solo", 28.8, [1, 1, 1]), ("duplicated", 57.6, [1, 2, 1]), ("pipeline", 60, [1, 1, 1]), ("more-grinders", 80, [1, 2, 1]), ("more-machines", 120, [1, 2, 2])];

    [Fact]
    public void Five_shops_stand_side_by_side_and_their_capacities_in_a_picture() => Print(Five).ShouldBe("""
                                 solo duplicated pipeline more-grinders more-machines
        ─────────────────────────────────────────────────────────────────────────────
        people                      2          3        2             3             3
        machines                    1          1        1             1             2
        stages                      3          3        3             3             3
        orders served             196        196      196           196           196
        capacity per hour        28.8       57.6     60.0          80.0         120.0
        capacity ratio          1.00x      2.00x    2.08x         2.78x         4.17x
        speed-up                1.00x      2.00x    2.08x         2.78x         4.17x
        time in shop, mean     4m 12s     4m 12s   4m 12s        4m 12s        4m 12s
        time in shop, p95      7m 06s     7m 06s   7m 06s        7m 06s        7m 06s
        longest order queue         5          5        5             5             5
        longest pick-up queue      17         17       17            17            17
        concurrency, mean        5.50       5.50     5.50          5.50          5.50
        concurrency, max           19         19       19            19            19
        parallelism, mean        2.21       2.21     2.21          2.21          2.21
        parallelism, max            3          3        3             3             3
        bottleneck            grinder    grinder  grinder       grinder       grinder

        concurrency: orders in progress at once; parallelism: workers in service at once
        capacity ratio and speed-up (time to serve the same customers): against solo

        capacity, orders per hour
                 solo  ██████████████ 28.8
           duplicated  ████████████████████████████ 57.6
             pipeline  ██████████████████████████████ 60.0
        more-grinders  ███████████████████████████████████████ 80.0
        more-machines  ███████████████████████████████████████████████████████████ 120.0


        """);

    [Fact]
    public void Shops_that_do_not_fit_stand_in_a_block_below()
    {
        var printed = Print([.. Five, .. Five.Select(shop => ($"{shop.Name}-2", shop.Capacity, shop.Workers))]);
        var heads = printed.Split('\n').Where(line => line.Contains("pipeline", StringComparison.Ordinal) && !line.Contains('█', StringComparison.Ordinal)).ToList();
        heads.Count.ShouldBe(2);
        heads[0].ShouldEndWith("more-machines");
        heads[1].ShouldEndWith("more-grinders-2");
        printed.Split('\n').ShouldContain("                      more-machines-2");
    }

    [Fact]
    public void A_shop_without_a_capacity_has_a_dash_and_no_bar()
    {
        var printed = Print([("solo", 28.8, [1, 1, 1]), ("stuck", double.NaN, [1, 1, 1])]);
        printed.ShouldContain("capacity per hour        28.8       -\n");
    }

    [Fact]
    public void A_measured_capacity_has_its_interval_below_the_table()
    {
        var exact = SampleData.Result();
        var measured = exact with { Shop = "blocked", Capacity = new Capacity(56.25, CapacityHow.Measured, new Interval(55.75, 56.75)) };
        CompareReport.Explained([SampleData.Shop(), SampleData.Shop("blocked")], ComparedResult.ToFirst([exact, measured])).Last()
            .ShouldBe("capacity of blocked: measured, 95% sure between 55.8 and 56.8");
    }

    private static string Print((string Name, double Capacity, int[] Workers)[] shops)
    {
        var played = ComparedResult.ToFirst(
        [
            .. shops.Select(shop => SampleData.Result(
                shop.Name, double.IsNaN(shop.Capacity) ? null : shop.Capacity, 720_000 / shop.Capacity, shop.Workers)),
        ]);
        return ConsoleCapture.By(console =>
        {
            CompareReport.Write(console, [.. shops.Select(shop => SampleData.Shop(shop.Name, shop.Workers))], played);
            CompareReport.WriteChart(console, played);
        });
    }
}
