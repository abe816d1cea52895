using System.CommandLine;
using ActorCafe.Analysis.Planning;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Reporting;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Floor.Facts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Commands;

/// <summary><c>compare</c>: simulates several shops with the same customers, side by side.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("One file per shop; all are compared with the first (none: the essay's five). Options apply to every shop, --pool to those with such a stage");

    private static readonly Option<string[]> Variant = new(ShopVariant.Option)
    {
        HelpName = "CHANGES",
        Description = "Compare FILE with a changed version of it: STAGE=N or KEY=VALUE, or several separated by commas; repeatable",
    };

    public static Command Create()
    {
        var command = new Command("compare", "Simulate several shops, or variants of one, with the same customers") { Files, Variant };
        foreach (var option in (Option[])[.. SharedOptions.PlayingBesideTheory, .. SharedOptions.Recording])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(SimulationOptions.Read(parse), parse.GetValue(Files) ?? [], parse.GetValue(Variant) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(SimulationOptions options, string[] files, string[] variants)
    {
        var shops = ComparedShops.Load(files, options.Overrides, variants);
        using var shutdown = new GracefulShutdown();
        using var report = options.Report is { } path ? ReportFolder.Open(path) : null;
        using var outputs = OutputFiles.Open(options, shops.Select(shop => shop.Settings.Name), shutdown.Request);
        var runner = new ShopRunner(options, shutdown);
        var predictions = options.Theory ? shops.Select(shop => ShopTheory.Predict(shop.Settings)).ToList() : null;
        if (predictions is not null && options.PrintsText)
        {
            predictions.ForEach(prediction => OverloadWarning.Warn(Terminal.StandardOutput(), prediction));
        }

        var results = new List<ShopResult>();
        var recordings = shops.Select(shop => options.RecordsRun ? new ShopRecording(shop.Settings.Stages.Length, shop.Settings.Customers.OpensAt) : null).ToList();
        List<FactLog> logs = report is null ? [] : [.. shops.Select(_ => new FactLog())];
        foreach (var shop in shops)
        {
            results.Add(await OfAsync(shop, runner.RunAsync(shop, outputs.Of(results.Count), recordings[results.Count], logs.ElementAtOrDefault(results.Count))));
            if (shutdown.IsRequestedByUser)
            {
                break;
            }
        }

        outputs.Trace?.Finish();
        var showsCost = variants.Length > 0 || shops.Any(shop => shop.GivesCost);
        var costs = shops.Zip(results, (shop, result) => result.Each.Select(run => showsCost ? StaffCost.OfDay(shop.Settings, shop.CostPerHour, run) : null).ToList()).ToList();
        var played = ComparedResult.ToFirst(results, costs, shops[0].Settings.Statistics.Confidence);
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(played, predictions));
        }

        List<RecordedShop> recorded = options.RecordsRun ? [.. shops.Zip(results, recordings).Select(shop => new RecordedShop(shop.First.Settings, shop.Second, shop.Third!))] : [];
        if (options.PrintsText)
        {
            Print(options, shops, played, predictions, recorded);
        }

        var words = options.PrintsText || report is not null ? await WordsAsync(runner, shops, played, options.PrintsText ? Terminal.StandardOutput().WriteWrapped : _ => { }) : [];
        if (report is not null)
        {
            await new ReportBuilder(options, shutdown).WriteAsync(report, shops, recorded, logs, ReportTables.Of([.. shops.Select(shop => shop.Settings)], played), words);
        }

        return shutdown.IsRequestedByUser ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    /// <summary>Names the shop if its run fails.</summary>
    private static async Task<ShopResult> OfAsync(LoadedShop shop, Task<ShopResult> running)
    {
        try
        {
            return await running;
        }
        catch (ShopFailedException failure)
        {
            throw new ShopFailedException($"{shop.Settings.Name}: {failure.Message}", failure);
        }
    }

    private static void Print(
        SimulationOptions options, IReadOnlyList<LoadedShop> shops, IReadOnlyList<ComparedResult> played, IReadOnlyList<ShopPrediction>? predictions, IReadOnlyList<RecordedShop> recorded)
    {
        var console = Terminal.StandardOutput();
        CompareReport.Write(console, [.. shops.Take(played.Count).Select(shop => shop.Settings)], played);
        if (predictions is not null)
        {
            console.WriteLine();
            AgreementReport.Write(console, shops[0].Settings, [.. predictions.Zip(played, (prediction, compared) => (prediction, compared.Result))]);
        }

        if (played.Any(compared => compared.Difference is not null))
        {
            console.WriteLine();
            PairedReport.Write(console, shops[0].Settings, played);
        }

        if (ComparedShops.Differences(shops) is { } differences)
        {
            console.WriteWrapped(differences);
        }

        if (played.Count < shops.Count)
        {
            console.WriteWrapped($"Stopped early, before {string.Join(", ", shops.Skip(played.Count).Select(shop => shop.Settings.Name))}.");
        }

        CompareReport.WriteChart(console, played);
        if (options.Lanes)
        {
            LanesReport.Write(console, recorded);
            console.WriteLine();
        }
    }

    // Prints each sentence as soon as it is known, since some need another run.
    private static async Task<List<string>> WordsAsync(ShopRunner runner, IReadOnlyList<LoadedShop> shops, IReadOnlyList<ComparedResult> played, Action<string> say)
    {
        var words = PlainWords.Of(played).ToList();
        words.ForEach(say);
        foreach (var (shop, compared) in shops.Zip(played))
        {
            if (await runner.OneMoreAsync(shop, compared.Result) is { } more && PlainWords.OneLine(compared.Result, more) is { } line)
            {
                words.Add(line);
                say(line);
            }
        }

        return words;
    }
}
