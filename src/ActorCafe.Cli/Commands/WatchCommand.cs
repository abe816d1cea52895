using System.CommandLine;
using ActorCafe.Cli.Watching;

namespace ActorCafe.Cli.Commands;

/// <summary><c>watch</c>: runs one shop in slow motion, with keys to change it.</summary>
internal static class WatchCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    public static Command Create()
    {
        var command = new Command("watch", "Watch a shop live, with keys that add and remove workers, pause, and change the pace") { Files };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse)
    {
        var overrides = SimulationOptions.ReadOverrides(parse);
        var files = parse.GetValue(Files) ?? [];
        return WatchRun.RunAsync(SharedOptions.LoadShop(files, overrides));
    }
}
