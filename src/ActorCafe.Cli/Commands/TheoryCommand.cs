using System.CommandLine;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary><c>theory</c>: what queueing theory says of a shop, without playing it.</summary>
internal static class TheoryCommand
{
    private static readonly Argument<string[]> Files =
        SharedOptions.Files("The shop's files; a later one's keys stand over an earlier one's (none: the essay's pipeline)");

    public static Command Create()
    {
        var command = new Command("theory", "Predict a shop by formula: which model each stage is, and why") { Files };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.Add(SharedOptions.Json);
        command.Add(SharedOptions.Quiet);
        command.SetAction(parse => Predict(PlayOptions.Read(parse), parse.GetValue(Files) ?? []));
        return command;
    }

    private static int Predict(PlayOptions options, string[] files)
    {
        var shop = files.Length == 0
            ? ShopFiles.LoadEmbedded("pipeline.conf", options.Overrides)
            : ShopFiles.Load(files, options.Overrides);
        using var outputs = Outputs.Open(options);
        var prediction = ShopTheory.Predict(shop.Settings);
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(prediction));
        }

        if (options.Talks)
        {
            TheoryReport.Write(Terminal.StandardOutput(), prediction);
        }

        return ExitCodes.Done;
    }
}
