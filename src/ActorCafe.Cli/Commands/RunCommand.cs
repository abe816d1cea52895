using System.CommandLine;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Playing;
using ActorCafe.Cli.Reporting;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Pictures.Recording;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Commands;

/// <summary><c>run</c>: plays one shop and tells what happened.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files; a later one's keys stand over an earlier one's (none: the essay's pipeline)");

    public static Command Create()
    {
        var command = new Command("run", "Play a shop and print what was measured") { Files };
        foreach (var option in (Option[])[.. SharedOptions.PlayingBesideTheory, SharedOptions.UntilPrecision, SharedOptions.OneMore, .. SharedOptions.Recording])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(PlayOptions.Read(parse), parse.GetValue(Files) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(PlayOptions options, string[] files)
    {
        var shop = files.Length == 0
            ? ShopFiles.LoadEmbedded("pipeline.conf", options.Overrides)
            : ShopFiles.Load(files, options.Overrides);
        using var door = new Door();
        using var report = options.Report is { } path ? ReportFolder.Open(path) : null;
        using var outputs = Outputs.Open(options, giveUp: door.Close);
        var player = new Player(options, door);
        var prediction = options.Theory ? ShopTheory.Predict(shop.Settings) : null;
        var console = Terminal.StandardOutput();
        if (prediction is not null && options.Talks)
        {
            TheoryWords.Warn(console, prediction);
        }

        var recording = options.Draws ? new ShopRecording(shop.Settings.Stages.Length) : null;
        var result = await player.PlayAsync(shop, outputs.Of(0), recording);
        outputs.Trace?.Finish();
        var more = options.OneMore ? await player.OneMoreEachAsync(shop, result) : null;
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(result, prediction, more));
        }

        if (options.Talks)
        {
            RunReport.Write(console, shop.Settings, result);
            console.WriteLine();
            if (prediction is not null)
            {
                AgreementReport.Write(console, shop.Settings, [(prediction, result)]);
                console.WriteLine();
            }

            if (more is not null)
            {
                OneMoreReport.Write(console, shop.Settings, result, more);
            }

            if (options.Lanes)
            {
                LanesReport.Write(console, [new(shop.Settings, result, recording!)]);
                console.WriteLine();
            }
        }

        var words = options.Talks || report is not null ? await WordsAsync(options, player, shop, result) : [];
        if (options.Talks)
        {
            words.ForEach(console.Say);
        }

        if (report is not null)
        {
            await new Reporter(options, door).WriteAsync(report, [shop], [new(shop.Settings, result, recording!)], ReportTables.Of(shop.Settings, result), words);
        }

        return door.IsClosedByHand ? ExitCodes.ClosedByHand : ExitCodes.Done;
    }

    private static async Task<List<string>> WordsAsync(PlayOptions options, Player player, LoadedShop shop, ShopResult result) =>
    [
        .. options.UntilPrecision is { } wanted ? [PlainWords.OfPrecision(result, wanted)] : Array.Empty<string>(),
        .. PlainWords.Of(result, await player.OneMoreAsync(shop, result)),
    ];
}
