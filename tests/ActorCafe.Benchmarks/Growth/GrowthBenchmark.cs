using System.Diagnostics;
using System.Globalization;
using ActorCafe.Benchmarks.Simulators;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Benchmarks.Growth;

/// <summary>Measures how the cost of an order grows with the number of orders, stages, workers and waiting orders, and what a second core gains.</summary>
internal static class GrowthBenchmark
{
    public const string Usage = "[--orders-up-to N]";

    private static readonly RunOptions ResultOnly = new() { MeasureCapacity = false };

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var most = arguments.Number("--orders-up-to", 10_000_000);

        // Warms up, so that JIT compilation is not measured.
        await Simulation.RunAsync(new CafeModel(1_000_000).Shop(), ResultOnly);

        long[] orders = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
        await SeriesAsync("orders", "µs per order", orders.Where(size => size <= most), size => new CafeModel(size).Shop(), size => size);
        await SeriesAsync("stages, 4 workers each", "µs per order and stage", [1, 2, 5, 10, 20, 50], size => BenchmarkShops.Tandem((int)size, 4, 400_000 / size), size => 400_000 / size * size);
        await SeriesAsync("workers, 300,000 orders", "µs per order", [1, 8, 80, 800, 8000, 24_000], size => BenchmarkShops.Tandem(1, (int)size, 300_000), _ => 300_000);
        await SeriesAsync("orders waiting at once", "µs per order", [1000, 10_000, 100_000, 1_000_000], BenchmarkShops.Crowd, size => size);
        await ReplicationsAsync();
        return 0;
    }

    /// <param name="steps">The number of steps of work at a size; the time is divided by it.</param>
    private static async Task SeriesAsync(
        string name, string unit, IEnumerable<long> sizes, Func<long, ShopSettings> shop, Func<long, long> steps)
    {
        Console.WriteLine($"| {name} | {unit} | bytes/order | peak MB so far |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var size in sizes)
        {
            var reading = await LeastAsync(shop(size), steps(size));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {reading.Microseconds:F2} | {reading.BytesPerOrder:F0} | {reading.PeakMegabytes:F0} |"));
        }

        Console.WriteLine();
    }

    /// <summary>The least of three readings; a long run is measured only once.</summary>
    private static async Task<Reading> LeastAsync(ShopSettings shop, long steps)
    {
        Reading? least = null;
        for (var round = 0; round < (steps > 2_000_000 ? 1 : 3); round++)
        {
            var (cost, result) = await Cost.OfAsync(() => Simulation.RunAsync(shop, ResultOnly));
            var reading = new Reading(cost.CpuSeconds / steps * 1e6, (double)cost.Bytes / result.Orders.Arrived, Cost.PeakMegabytes());
            least = least is null || reading.Microseconds < least.Microseconds ? reading : least;
        }

        return least!;
    }

    private static async Task ReplicationsAsync()
    {
        Console.WriteLine("| replications side by side | wall s, 8 of 250,000 orders | times as fast |");
        Console.WriteLine("|---|---|---|");
        var shop = new CafeModel(250_000).Shop();
        var alone = 0.0;
        for (var parallel = 1; parallel <= Environment.ProcessorCount; parallel *= 2)
        {
            var wall = Stopwatch.StartNew();
            await Simulation.RunAsync(shop, ResultOnly with { Replications = 8, Parallel = parallel });
            alone = parallel == 1 ? wall.Elapsed.TotalSeconds : alone;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {parallel} | {wall.Elapsed.TotalSeconds:F2} | {alone / wall.Elapsed.TotalSeconds:F2} |"));
        }
    }
}
