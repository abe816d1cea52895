using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Playing;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>Plays a shop to be watched, and tells what was measured when it is over.</summary>
internal static class WatchRun
{
    /// <exception cref="ShopFailedException">The shop could not be brought to its end.</exception>
    public static async Task<int> RunAsync(LoadedShop shop)
    {
        // In virtual time there is nothing to be seen, and in real time nobody can change the pace.
        var settings = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Paced } };
        var stages = settings.Stages.Select(stage => stage.Name).ToList();
        var console = Terminal.StandardOutput();
        var isLive = !Console.IsOutputRedirected && !Console.IsInputRedirected && console.Profile.Capabilities.Ansi;
        var controls = new ShopControls();
        Conductor? conductor = null;
        using var door = new Door(tell: line =>
        {
            if (isLive)
            {
                conductor?.Say(line);
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        });
        conductor = new Conductor(controls, door, stages, settings.Clock.TimeScale);
        // Lines of a log would stand in the middle of the picture.
        var log = isLive ? ShopLog.Nothing : ShopLog.For(null, shop.Tree);
        var timeline = new SceneTimeline(stages);
        var playing = Simulation.RunAsync(log.Into(settings), new RunOptions
        {
            Controls = controls,
            Timeline = _ => timeline,
            Setup = log.Setup,
            CloseDoor = door.Closing,
        });
        var watched = new Watched(controls, timeline, playing);
        await (isLive
            ? LiveWatch.ShowAsync(console, watched, conductor, settings.Name, settings.Customers.Orders)
            : PlainWatch.ShowAsync(watched, Console.Out, settings.Clock.TimeScale));

        var result = await playing;
        RunReport.Write(console, settings, result);
        console.WriteLine();
        foreach (var sentence in PlainWords.Of(result, null))
        {
            console.Say(sentence);
        }

        return door.IsClosedByHand ? ExitCodes.ClosedByHand : ExitCodes.Done;
    }
}
