using System.Diagnostics;
using System.Globalization;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>
/// Simulates the same café with ActorCafe and its peers, each in its own process. The first round, which includes the start of the process,
/// is cold; the others are warm. Every answer is checked against theory, and exactly against the others.
/// </summary>
internal static class SimulatorBenchmark
{
    public const string Usage = "[--orders N] [--rounds N] [--warm-up N] [--only NAME]";

    // Over a million orders, the mean response time (282.5 s by Jackson) has a standard error of about 0.3 s. A wrong model is off by more.
    private const double Tolerance = 0.02;

    // The JIT compiler optimizes a method after thirty calls. Code that runs once per run needs that many short runs, and loops that are
    // recompiled while a long run is under way need a few long ones.
    private const int WarmUp = 40;
    private const int OrdersOfWarmUp = 20_000;
    private const int WholeWarmUp = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var (orders, rounds) = (arguments.Number("--orders", 1_000_000), (int)arguments.Number("--rounds", 7));
        var warmUp = (int)arguments.Number("--warm-up", WarmUp, least: 0);
        if (arguments.Text("--only") is { } name)
        {
            var simulator = Simulator.All.SingleOrDefault(simulator => simulator.Name == name)
                ?? throw new UsageException($"--only: '{name}' is not known; write {string.Join(" or ", Simulator.All.Select(known => known.Name))}");
            return await MeasureHereAsync(simulator, new CafeModel(orders), rounds, warmUp);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orders:N0} orders, {rounds} rounds after {warmUp} of {OrdersOfWarmUp:N0} and {WholeWarmUp} whole ones, {Environment.ProcessorCount} core(s); theory: {CafeModel.MeanResponse:F3} s"));
        Console.WriteLine();
        Console.WriteLine("| simulator | cold, M orders/CPU-s | warm, M orders/CPU-s | least .. most | warm, M events/CPU-s | bytes/order | peak MB | mean response s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var simulator in Simulator.All)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["simulators", "--only", simulator.Name, "--orders", $"{orders}", "--rounds", $"{rounds}", "--warm-up", $"{warmUp}"]))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }
        }

        return 0;
    }

    private static async Task<int> MeasureHereAsync(Simulator simulator, CafeModel model, int rounds, int warmUp)
    {
        var (warm, bytes, cold, mean) = (new List<double>(), new List<double>(), 0.0, 0.0);
        for (var round = 0; round <= rounds; round++)
        {
            var (cost, answer) = await Cost.OfAsync(() => simulator.Play(model));
            if (round == 0)
            {
                (cold, mean) = (model.Orders / Cost.SinceStart() / 1e6, answer);
                await WarmAsync(simulator, model, warmUp);
            }
            else
            {
                warm.Add(model.Orders / cost.CpuSeconds / 1e6);
                bytes.Add((double)cost.Bytes / model.Orders);
            }

            if (Math.Abs(answer / CafeModel.MeanResponse - 1) > Tolerance || answer != mean)
            {
                Console.Error.WriteLine($"{simulator.Name} answers {answer} s; theory says {CafeModel.MeanResponse} s, and it said {mean} s before");
                return 1;
            }
        }

        var events = simulator.EventsPerOrder == 0 ? "-" : (Median.Of(warm) * simulator.EventsPerOrder).ToString("F2", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {simulator.Description} | {cold:F2} | {Median.WithSpread(warm, "F2")} | {events} | {Median.Of(bytes):F0} | {Cost.PeakMegabytes():F0} | {mean:F3} |"));
        return 0;
    }

    private static async Task WarmAsync(Simulator simulator, CafeModel model, int rounds)
    {
        foreach (var warm in Enumerable.Repeat(new CafeModel(OrdersOfWarmUp), rounds).Concat(Enumerable.Repeat(model, WholeWarmUp)))
        {
            await simulator.Play(warm);
        }
    }
}
