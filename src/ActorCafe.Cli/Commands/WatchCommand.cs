using System.CommandLine;
using ActorCafe.Cli.Watching;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary><c>watch</c>: plays one shop in slow motion, to be seen and meddled with.</summary>
internal static class WatchCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files; a later one's keys stand over an earlier one's (none: the essay's pipeline)");

    public static Command Create()
    {
        var command = new Command("watch", "Watch a shop live, with keys to add or take workers, to pause, and to change the pace") { Files };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(parse));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse)
    {
        var overrides = PlayOptions.ReadOverrides(parse);
        var files = parse.GetValue(Files) ?? [];
        return WatchRun.RunAsync(files.Length == 0 ? ShopFiles.LoadEmbedded("pipeline.conf", overrides) : ShopFiles.Load(files, overrides));
    }
}
