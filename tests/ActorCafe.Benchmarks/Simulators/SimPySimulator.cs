using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>SimPy, in a Python process that reports its own CPU time. It is too slow for all orders, and draws its own numbers.</summary>
internal sealed class SimPySimulator : ISimulator
{
    private const int OneIn = 10;

    // Another Python that is first in the path does not see Debian's packages.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    public string Name => "simpy";

    public string Description => $"SimPy 3, a mean only (1/{OneIn} of the orders)";

    public string Label => "SimPy 3";

    public int EventsPerOrder => 4;

    public async Task<string?> MissingAsync() =>
        await InstalledAsync() is null ? "apt-get install python3-simpy3" : null;

    public async Task<Figures> MeasureAsync(CafeModel model, int rounds, int warmUp)
    {
        var orders = Math.Max(model.Orders / OneIn, 1);
        var python = await InstalledAsync() ?? throw new InvalidOperationException("SimPy is not installed.");
        var stages = CafeModel.Steps.Select((_, stage) => string.Create(CultureInfo.InvariantCulture, $"{CafeModel.Workers(stage)}:{CafeModel.MeanService(stage)}"));
        var output = await RunAsync(python, [
            Path.Combine(AppContext.BaseDirectory, "simpy_cafe.py"),
            $"{orders}",
            $"{rounds + 1}",
            CafeModel.MeanGap.ToString(CultureInfo.InvariantCulture),
            .. stages]) ?? throw new InvalidOperationException("The SimPy model failed; its error is above.");
        var (means, seconds, kibibytes) = (new List<double>(), new List<double>(), 0.0);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            means.Add(numbers[0]);
            seconds.Add(numbers[1]);
            kibibytes = numbers[2];
        }

        return new(orders, seconds[0], [.. seconds.Zip(seconds.Skip(1), (before, after) => after - before)], null, kibibytes * 1024 / 1e6, means);
    }

    private static async Task<string?> InstalledAsync()
    {
        foreach (var python in Pythons)
        {
            if (await RunAsync(python, ["-c", "import importlib.util as u, sys; sys.exit(u.find_spec('simpy') is None)"]) is not null)
            {
                return python;
            }
        }

        return null;
    }

    /// <summary>What a Python program prints; null if it fails or there is no such Python.</summary>
    private static async Task<string?> RunAsync(string python, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
