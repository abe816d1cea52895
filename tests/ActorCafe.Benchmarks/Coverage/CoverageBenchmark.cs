using System.Globalization;
using ActorCafe.Benchmarks.Growth;
using ActorCafe.Benchmarks.Simulators;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Benchmarks.Coverage;

/// <summary>
/// Measures how far estimates of a mean response time are from the exact one, and how often their 95 % intervals contain it, without a warm-up, with a fixed
/// one and with <c>warm-up = auto</c>. The three are judged by the same runs.
/// </summary>
internal static class CoverageBenchmark
{
    public const string Usage = "[--experiments N] [--orders N] [--replications N]";

    private const double Gap = 60;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var experiments = (int)arguments.Number("--experiments", 200, least: 2);
        var orders = (int)arguments.Number("--orders", 5000, least: 20);
        var replications = (int)arguments.Number("--replications", 10, least: 2);

        Console.WriteLine("| warm-up | mean s | bias % ± standard error | coverage % (its 95 % interval) | half-width % | coverage % of one run, by batch means | mean cut |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var load in new[] { 0.5, 0.8, 0.9 })
        {
            var exact = ErlangC.MeanResponse(1, Gap, load * Gap);
            await MeasureAsync($"M/M/1, load {load}", BenchmarkShops.SingleServer(Gap, load * Gap, orders), exact, experiments, replications);
        }

        await MeasureAsync("three stages", new CafeModel(orders).Shop(), CafeModel.MeanResponse, experiments, replications);
        return 0;
    }

    private static async Task MeasureAsync(string name, ShopSettings shop, double exact, int experiments, int replications)
    {
        shop = shop with { Statistics = shop.Statistics with { WarmUp = new WarmUp.Auto() } };
        var orders = (int)shop.Customers.Orders!.Value;
        var (none, fixedCut, auto) = (new WarmUpTally("none", exact), new WarmUpTally("fixed, a tenth", exact), new WarmUpTally("auto", exact));
        var (pilots, runs) = (0.0, 0.0);
        for (var seed = 1; seed <= experiments; seed++)
        {
            var seeded = shop with { Seed = seed };
            var logs = new ResponseLog[replications];
            var (whole, result) = await Cost.OfAsync(() => RunAsync(seeded, logs));
            none.Add(logs, 0);
            fixedCut.Add(logs, orders / 10);
            auto.Add(logs, result.WarmUp);

            // The cost of the pilot runs is that of everything less that of the same runs with a known warm-up; some experiments are enough to know it.
            if (seed % 20 == 1)
            {
                var (alone, _) = await Cost.OfAsync(() => RunAsync(seeded with { Statistics = seeded.Statistics with { WarmUp = WarmUp.None } }, logs));
                (pilots, runs) = (pilots + whole.CpuSeconds - alone.CpuSeconds, runs + alone.CpuSeconds);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| **{name}** | exact {exact:F2} | | | | | pilot runs: {100 * pilots / runs:F0} % of the CPU time of the {replications} runs |"));
        foreach (var tally in new[] { none, fixedCut, auto })
        {
            Console.WriteLine(tally);
        }
    }

    private static Task<ShopResult> RunAsync(ShopSettings shop, ResponseLog[] logs) => Simulation.RunAsync(shop, new RunOptions
    {
        Replications = logs.Length,
        MeasureCapacity = false,
        OrderLog = replication => logs[replication - 1] = new ResponseLog((int)shop.Customers.Orders!.Value),
    });
}
