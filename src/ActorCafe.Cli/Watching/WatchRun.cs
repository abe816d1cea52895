using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop;
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
            ? LiveWatchView.ShowAsync(console, watched, controller, settings.Name, settings.Customers.Orders)
            : PlainWatchView.ShowAsync(watched, Console.Out, settings.Clock.TimeScale));

        var result = await playing;
        RunReport.Write(console, settings, result);
        console.WriteLine();
        foreach (var sentence in PlainWords.Of(result, null))
        {
            console.WriteWrapped(sentence);
        }

        return shutdown.IsRequestedByUser ? ExitCodes.Interrupted : ExitCodes.Done;
    }
}
