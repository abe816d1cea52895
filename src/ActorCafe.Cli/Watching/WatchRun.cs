using System.Globalization;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>Runs a shop for watching and prints the result at the end.</summary>
internal static class WatchRun
{
    /// <exception cref="ShopFailedException">The run failed.</exception>
    public static async Task<int> RunAsync(LoadedShop shop)
    {
        // Virtual time is too fast to watch, and in real time the pace cannot change.
        var settings = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Paced } };
        var stages = settings.Stages.Select(stage => stage.Name).ToList();
        var console = Terminal.StandardOutput();
        var isLive = !Console.IsOutputRedirected && !Console.IsInputRedirected && console.Profile.Capabilities.Ansi;
        var controls = new ShopControls();
        WatchController? controller = null;
        using var shutdown = new GracefulShutdown(report: line =>
        {
            if (isLive)
            {
                controller?.Announce(line);
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        });
        controller = new WatchController(controls, shutdown, stages, settings.Clock.TimeScale);
        // Log lines would break up the picture.
        var log = isLive ? ShopLog.Nothing : ShopLog.For(null, shop.Tree);
        var timeline = new SnapshotTimeline(stages, settings.Customers.OpensAt);
        var playing = Simulation.RunAsync(log.Into(settings), new RunOptions
        {
            Controls = controls,
            Timeline = _ => timeline,
            CloseDoor = shutdown.Token,
        });
        var watched = new WatchedRun(controls, timeline, playing);
        await (isLive
            ? LiveWatchView.ShowAsync(console, watched, controller, settings)
            : PlainWatchView.ShowAsync(watched, Console.Out, settings.Clock.TimeScale));

        await ReportAsync(console, settings, await playing);
        return shutdown.IsRequestedByUser ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    /// <summary>Prints the result. If keys have changed the pools, capacity is that of the last ones.</summary>
    private static async Task ReportAsync(IAnsiConsole console, ShopSettings settings, ShopResult result)
    {
        var last = settings;
        if (!result.ChangedPools.IsEmpty)
        {
            last = settings.WithPools(stage => result.ChangedPools[stage.Index]);
            result = result with { Capacity = await Simulation.CapacityAsync(last) };
        }

        RunReport.Write(console, last, result);
        console.WriteLine();
        foreach (var sentence in PlainWords.Of(result, null).Concat(Again(settings, last)))
        {
            console.WriteWrapped(sentence);
        }
    }

    /// <summary>How to open with the last pools.</summary>
    private static IEnumerable<string> Again(ShopSettings settings, ShopSettings last)
    {
        // A stage with a schedule opens with what that says.
        var changed = settings.Stages.Zip(last.Stages).Where(stage => stage.First.Schedule.IsEmpty && stage.First.Workers != stage.Second.Workers).Select(stage => stage.Second).ToList();
        if (changed.Count > 0)
        {
            yield return $"To open with the last pools, add {string.Join(' ', changed.Select(stage => string.Create(CultureInfo.InvariantCulture, $"--pool {stage.Name}={stage.Workers}")))}.";
        }
    }
}
