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

/// <summary><c>compare</c>: plays several shops on the same customers and sets them side by side.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("A shop each, compared with the first (none: the essay's five). Options apply to every shop, --pool to those with such a stage");

    public static Command Create()
    {
        var command = new Command("compare", "Play several shops on the same customers, side by side") { Files };
        foreach (var option in (Option[])[.. SharedOptions.PlayingBesideTheory, .. SharedOptions.Recording])
        {
            command.Add(option);
        }

        command.SetAction((parse, _) => RunAsync(PlayOptions.Read(parse), parse.GetValue(Files) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(PlayOptions options, string[] files)
    {
        var shops = ComparedShops.Load(files, options.Overrides);
        using var door = new Door();
        using var report = options.Report is { } path ? ReportFolder.Open(path) : null;
        using var outputs = Outputs.Open(options, shops.Select(shop => shop.Settings.Name), door.Close);
        var player = new Player(options, door);
        var predictions = options.Theory ? shops.Select(shop => ShopTheory.Predict(shop.Settings)).ToList() : null;
        if (predictions is not null && options.Talks)
        {
            predictions.ForEach(prediction => TheoryWords.Warn(Terminal.StandardOutput(), prediction));
        }

        var results = new List<ShopResult>();
        var recordings = shops.Select(shop => options.Draws ? new ShopRecording(shop.Settings.Stages.Length) : null).ToList();
        foreach (var shop in shops)
        {
            results.Add(await player.PlayAsync(shop, outputs.Of(results.Count), recordings[results.Count]));
            if (door.IsClosedByHand)
            {
                break;
            }
        }

        outputs.Trace?.Finish();
        var played = Compared.ToFirst(results, shops[0].Settings.Statistics.Confidence);
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(played, predictions));
        }

        List<RecordedShop> recorded = options.Draws ? [.. shops.Zip(results, recordings).Select(shop => new RecordedShop(shop.First.Settings, shop.Second, shop.Third!))] : [];
        if (options.Talks)
        {
            Tell(options, shops, played, predictions, recorded);
        }

        var words = options.Talks || report is not null ? await WordsAsync(player, shops, played, options.Talks ? Terminal.StandardOutput().Say : _ => { }) : [];
        if (report is not null)
        {
            await new Reporter(options, door).WriteAsync(report, shops, recorded, ReportTables.Of([.. shops.Select(shop => shop.Settings)], played), words);
        }

        return door.IsClosedByHand ? ExitCodes.ClosedByHand : ExitCodes.Done;
    }

    private static void Tell(
        PlayOptions options, IReadOnlyList<LoadedShop> shops, IReadOnlyList<Compared> played, IReadOnlyList<ShopPrediction>? predictions, IReadOnlyList<RecordedShop> recorded)
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
            console.Say(differences);
        }

        if (played.Count < shops.Count)
        {
            console.Say($"Closed by hand before {string.Join(", ", shops.Skip(played.Count).Select(shop => shop.Settings.Name))}.");
        }

        CompareReport.Picture(console, played);
        if (options.Lanes)
        {
            LanesReport.Write(console, recorded);
            console.WriteLine();
        }
    }

    // Each sentence is said as soon as it is known: behind some of them is another run.
    private static async Task<List<string>> WordsAsync(Player player, IReadOnlyList<LoadedShop> shops, IReadOnlyList<Compared> played, Action<string> say)
    {
        var words = PlainWords.Of(played).ToList();
        words.ForEach(say);
        foreach (var (shop, compared) in shops.Zip(played))
        {
            if (await player.OneMoreAsync(shop, compared.Result) is not { } more)
            {
                continue;
            }

            words.Add(PlainWords.OneLine(compared.Result, more));
            say(words[^1]);
        }

        return words;
    }
}
