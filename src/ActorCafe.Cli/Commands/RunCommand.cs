using System.CommandLine;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Reporting;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Floor.Facts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Commands;

/// <summary><c>run</c>: simulates one shop and prints the result.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    public static Command Create()
    {
        var command = new Command("run", "Simulate a shop and print what was measured") { Files };
        foreach (var option in (Option[])[.. SharedOptions.PlayingBesideTheory, SharedOptions.UntilPrecision, SharedOptions.OneMore, .. SharedOptions.Recording])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(SimulationOptions.Read(parse), parse.GetValue(Files) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(SimulationOptions options, string[] files)
    {
        var shop = SharedOptions.LoadShop(files, options.Overrides);
        using var shutdown = new GracefulShutdown();
        using var report = options.Report is { } path ? ReportFolder.Open(path) : null;
        using var outputs = OutputFiles.Open(options, giveUp: shutdown.Request);
        var runner = new ShopRunner(options, shutdown);
        var prediction = options.Theory ? ShopTheory.Predict(shop.Settings) : null;
        var console = Terminal.StandardOutput();
        if (prediction is not null && options.PrintsText)
        {
            OverloadWarning.Warn(console, prediction);
        }

        var recording = options.RecordsRun ? new ShopRecording(shop.Settings.Stages.Length, shop.Settings.Customers.OpensAt) : null;
        var log = report is null ? null : new FactLog();
        var result = await runner.RunAsync(shop, outputs.Of(0), recording, log);
        outputs.Trace?.Finish();
        var more = options.OneMore ? await runner.OneMoreAtEachStageAsync(shop, result) : null;
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(result, prediction, more));
        }

        if (options.PrintsText)
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

        var words = options.PrintsText || report is not null ? await WordsAsync(options, runner, shop, result) : [];
        if (options.PrintsText)
        {
            words.ForEach(console.WriteWrapped);
        }

        if (report is not null)
        {
            await new ReportBuilder(options, shutdown).WriteAsync(report, [shop], [new(shop.Settings, result, recording!)], [log!], ReportTables.Of(shop.Settings, result), words);
        }

        return shutdown.IsRequestedByUser ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private static async Task<List<string>> WordsAsync(SimulationOptions options, ShopRunner runner, LoadedShop shop, ShopResult result) =>
    [
        .. options.UntilPrecision is { } wanted ? [PlainWords.OfPrecision(result, wanted)] : Array.Empty<string>(),
        .. SteadyStateWords.OfSchedule(shop.Settings, result) is { } mixed ? [mixed] : Array.Empty<string>(),
        // --one-more has said what one more worker does, at each stage.
        .. PlainWords.Of(result, options.OneMore ? null : await runner.OneMoreAsync(shop, result)),
    ];
}
