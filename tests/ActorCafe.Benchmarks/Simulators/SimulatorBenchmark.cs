using System.Diagnostics;
using System.Globalization;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>
/// Simulates the same café with ActorCafe and its peers, each in its own process. The first round, which includes the start of the process,
/// is cold; the others are warm. Every answer is checked against theory and against the other rounds.
/// </summary>
internal static class SimulatorBenchmark
{
    public const string Usage = "[--orders N] [--rounds N] [--warm-up N] [--only NAME] [--pictures FOLDER]";

    private const int WarmUp = 40;

    private static readonly ISimulator[] All = [ManagedSimulator.ActorCafe, ManagedSimulator.EventList, ManagedSimulator.Recursion, new SimPySimulator()];

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var (orders, rounds) = (arguments.Number("--orders", 1_000_000), (int)arguments.Number("--rounds", 7));
        var warmUp = (int)arguments.Number("--warm-up", WarmUp, least: 0);
        if (arguments.Text("--only") is { } name)
        {
            var simulator = All.SingleOrDefault(simulator => simulator.Name == name)
                ?? throw new UsageException($"--only: '{name}' is not known; write {string.Join(" or ", All.Select(known => known.Name))}");
            return await MeasureHereAsync(simulator, new CafeModel(orders), rounds, warmUp);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orders:N0} orders, {rounds} rounds after {warmUp} of {ManagedSimulator.OrdersOfWarmUp:N0} and {ManagedSimulator.WholeWarmUp} whole ones, {Environment.ProcessorCount} core(s); theory: {CafeModel.MeanResponse:F3} s"));
        Console.WriteLine();
        Console.WriteLine(Row.Header);
        var speeds = new List<(ISimulator Simulator, Speed Speed)>();
        foreach (var simulator in All)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["simulators", "--only", simulator.Name, "--orders", $"{orders}", "--rounds", $"{rounds}", "--warm-up", $"{warmUp}"]) { RedirectStandardOutput = true })!;
            var row = (await process.StandardOutput.ReadToEndAsync()).TrimEnd();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }

            Console.WriteLine(row);
            if (Row.WarmSpeed(row) is { } speed)
            {
                speeds.Add((simulator, speed));
            }
        }

        if (arguments.Text("--pictures") is { } folder)
        {
            var chart = SpeedChart.Of([.. speeds.Select(measured => (measured.Simulator.Label, measured.Speed))]);
            foreach (var theme in (Theme[])[Theme.Light, Theme.Dark])
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{chart.Name}-{theme.Name}.svg"), chart.Svg(theme));
            }
        }

        return 0;
    }

    private static async Task<int> MeasureHereAsync(ISimulator simulator, CafeModel model, int rounds, int warmUp)
    {
        if (await simulator.MissingAsync() is { } remedy)
        {
            Console.WriteLine(Row.Missing(simulator, remedy));
            return 0;
        }

        var figures = await simulator.MeasureAsync(model, rounds, warmUp);
        var mean = figures.Means[0];
        foreach (var answer in figures.Means)
        {
            if (Math.Abs(answer / CafeModel.MeanResponse - 1) > Tolerance(figures.Orders) || answer != mean)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{simulator.Name} answers {answer} s; theory says {CafeModel.MeanResponse} s, and its first round {mean} s"));
                return 1;
            }
        }

        Console.WriteLine(Row.Of(simulator, figures));
        return 0;
    }

    /// <summary>
    /// How far a mean response time may be from theory, relative to it: three standard errors. Over 50,000 orders the standard error is 1.4 % (the spread of
    /// 200 estimates in docs/results/warm-up.md).
    /// </summary>
    private static double Tolerance(long orders) => 3 * 0.014 * Math.Sqrt(50_000.0 / orders);
}
