using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ActorCafe.Benchmarks.Cluster;

/// <summary>
/// Measures orders per second through a whole cluster, with each node a process on this machine. Orders arrive over HTTP, are on disk before
/// the answer, and pass through grinders and machines on other nodes. The steps take no time, so only this overhead is measured.
/// </summary>
internal static class ClusterBenchmark
{
    public const string Usage = "[--orders N] [--at-once N] [--rounds N] [--most-machine-nodes N] (after dotnet build src/ActorCafe.Cli -c Release)";

    // From tests/ActorCafe.Benchmarks/bin/Release/net10.0 to the root of the repository.
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    private static readonly string[] Steps = ["accept", "grind", "brew"];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        var (orders, atOnce) = ((int)arguments.Number("--orders", 20_000), (int)arguments.Number("--at-once", 256));
        var (rounds, most) = ((int)arguments.Number("--rounds", 3), (int)arguments.Number("--most-machine-nodes", 3));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orders:N0} orders, {atOnce} customers at once, {rounds} rounds after one, {Environment.ProcessorCount} core(s) for the customers and all nodes"));
        Console.WriteLine();
        Console.WriteLine("| machine nodes | accepted/s | served/s | least .. most | CPU-ms per order, all processes |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var nodes = 1; nodes <= most; nodes++)
        {
            var data = Directory.CreateTempSubdirectory("cafe-benchmark-");
            using var cluster = await StartAsync(nodes, data.FullName);
            using var http = new HttpClient { BaseAddress = cluster.Front };
            var (accepted, served, cost) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                var cpu = BusySeconds();
                var (acceptedRate, servedRate) = await RoundAsync(http, round, orders, atOnce);
                if (round > 0)
                {
                    accepted.Add(acceptedRate);
                    served.Add(servedRate);
                    cost.Add((BusySeconds() - cpu) / orders * 1000);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {nodes} | {Median.Of(accepted):N0} | {Median.Of(served):N0} | {served.Min():N0} .. {served.Max():N0} | {Median.Of(cost):F2} |"));
            await cluster.EndAsync();
            data.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<RunningCluster> StartAsync(int nodes, string data)
    {
        var noTime = Steps.SelectMany(step => (string[])["--set", $"cafe.step.{step}.service={{ distribution = deterministic, value = 0s }}"]);
        var cluster = RunningCluster.Start(
            Path.Combine(Root, "src", "ActorCafe.Cli", "bin", "Release", "net10.0", "actorcafe.dll"),
            ["cluster", Path.Combine(Root, "hocon", "cluster.conf"), "--grinders", "1", "--machines", nodes.ToString(CultureInfo.InvariantCulture), "--http-port", "0", "--data", data, "--set", "cafe.book.max-open=1000000", .. noTime]);
        await cluster.ReadyAsync();
        return cluster;
    }

    private static async Task<(double Accepted, double Served)> RoundAsync(HttpClient http, int round, int orders, int atOnce)
    {
        var before = await ServedAsync(http);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, orders, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, cancellation) =>
        {
            using var answer = await http.PostAsJsonAsync("orders", new { id = $"{round}-{number}", drink = "coffee" }, cancellation);
            answer.EnsureSuccessStatusCode();
        });
        var accepted = Stopwatch.GetElapsedTime(began);
        using var looks = new PeriodicTimer(BetweenLooks);
        while (await ServedAsync(http) < before + orders)
        {
            await looks.WaitForNextTickAsync();
        }

        return (orders / accepted.TotalSeconds, orders / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<long> ServedAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("status")).GetProperty("orders").GetProperty("served").GetInt64();

    /// <summary>The CPU time used by all processes of the machine, in seconds (Linux: /proc/stat, hundredths of a second).</summary>
    private static double BusySeconds()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // user, nice and system; excludes idle and I/O wait.
        return fields[1..4].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / 100;
    }
}
