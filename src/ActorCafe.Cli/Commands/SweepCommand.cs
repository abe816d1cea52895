using System.CommandLine;
using System.Runtime.CompilerServices;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Sweeping;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using Spectre.Console;

namespace ActorCafe.Cli.Commands;

/// <summary><c>sweep</c>: simulates a shop for every combination of values of the varied keys.</summary>
internal static class SweepCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    private static readonly Option<string[]> VaryOption = new(VariedKey.Option)
    {
        HelpName = "KEY=VALUES",
        Description = "Any key, or a stage for its pool: STAGE=1..4, KEY=V1,V2, KEY=10s..60s..10s; repeatable, for a grid",
    };

    private static readonly Option<string> Csv = new("--csv")
    {
        HelpName = "FILE",
        Description = "Write a row per point",
    };

    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "FILE",
        Description = "Keep every finished point, so that a stopped sweep can continue",
    };

    private static readonly Option<string[]> SeedNode = new("--seed-node")
    {
        HelpName = "HOST:PORT",
        Description = "Join the running cluster of this node and let its grinder and machine nodes simulate; repeatable",
    };

    private static readonly Option<string> Hostname = new("--hostname")
    {
        HelpName = "HOST",
        Description = "With --seed-node: the name or address by which the nodes reach this machine; auto: its own name",
    };

    public static Command Create()
    {
        var command = new Command("sweep", "Simulate a shop for every combination of values of some keys") { Files, VaryOption };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        foreach (var option in (Option[])[SharedOptions.Replications, SharedOptions.Parallel, SharedOptions.Json, Csv, Out, SeedNode, Hostname, SharedOptions.Quiet, SharedOptions.LogLevel])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(parse, SimulationOptions.Read(parse) with { Csv = parse.GetValue(Csv) }, parse.GetValue(Files) ?? [], parse.GetValue(Out)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, SimulationOptions options, string[] files, string? path)
    {
        var vary = parse.GetValue(VaryOption) ?? [];
        if (vary.Length == 0)
        {
            throw new InputException("sweep", VariedKey.Option, "no key is varied", "write --vary STAGE=1..4");
        }

        var cache = new DataFileCache();
        var points = SweepPoint.Grid([.. vary.Select(VariedValues.Read)], changes => SharedOptions.LoadShop(files, [.. options.Overrides, .. changes], cache));
        var sweeper = SweeperFor(parse, options, files, points);
        CheckApart(options, path);
        using var shutdown = new GracefulShutdown("closing: the finished points will be printed");
        using var file = path is null ? null : SweepFile.Open(path, points, options.Replications);
        using var outputs = OutputFiles.Open(options);
        var swept = await sweeper.RunAsync(points, file, shutdown);
        var finished = points.Zip(swept.Results).Where(point => point.Second is not null).Select(point => (Point: point.First, Result: point.Second!)).ToList();
        if (options.Json is not null)
        {
            outputs.WriteJson(SweepJson.Of(finished));
        }

        if (outputs.Of(0).Csv is { } csv)
        {
            csv.Write(SweepCsv.Of(points, finished));
            csv.Finish();
        }

        if (options.PrintsText)
        {
            Print(points.Count, finished.Count, finished, path);
            foreach (var line in swept.Words)
            {
                Terminal.StandardOutput().WriteWrapped(line);
            }
        }

        foreach (var failure in swept.Failures)
        {
            await Console.Error.WriteLineAsync($"actorcafe: {failure}");
        }

        return shutdown.IsRequestedByUser ? ExitCodes.Interrupted : swept.Failures.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static void Print(int all, int done, IReadOnlyList<(SweepPoint, Shop.Results.ShopResult)> finished, string? path)
    {
        var console = Terminal.StandardOutput();
        SweepTable.Write(console, finished);
        if (done < all)
        {
            console.WriteWrapped($"{DisplayFormat.Count(done)} of {DisplayFormat.Count(all)} points are finished.{(path is null ? "" : $" Run the same command again to continue from {path}.")}");
        }
    }

    private static ISweeper SweeperFor(ParseResult parse, SimulationOptions options, string[] files, IReadOnlyList<SweepPoint> points)
    {
        var hostname = parse.GetValue(Hostname);
        if (parse.GetValue(SeedNode) is { Length: > 0 } seedNodes)
        {
            return parse.GetResult(SharedOptions.Parallel) is null
                ? OverCluster(options, files, points, seedNodes, hostname)
                : throw new InputException(SharedOptions.Parallel.Name, "--seed-node", "how much a node plays at once is said there", "set cafe.cluster.sweep.parallel on the nodes");
        }

        return hostname is null ? new LocalSweeper(options)
            : throw new InputException(Hostname.Name, hostname, "it is of no use without a cluster", "add --seed-node HOST:PORT");
    }

    // Not inlined: loads what only a cluster member needs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ClusterSweeper OverCluster(SimulationOptions options, string[] files, IReadOnlyList<SweepPoint> points, string[] seedNodes, string? hostname) =>
        ClusterSweeper.Read(options, files, points, seedNodes, hostname);

    private static void CheckApart(SimulationOptions options, string? path)
    {
        // Sweep has a --csv option of its own, which the shared ones do not cover.
        if (options.Csv == "-")
        {
            throw new InputException(Csv.Name, "-", "it goes to a file, standard output is for tables and JSON", "name a file");
        }

        foreach (var other in new[] { options.Json, options.Csv })
        {
            if (!string.IsNullOrEmpty(path) && !string.IsNullOrEmpty(other) && Path.GetFullPath(path) == Path.GetFullPath(other))
            {
                throw new InputException("--out", path, "another output goes to the same file", "name another");
            }
        }
    }
}
