using System.CommandLine;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Commands;

/// <summary><c>theory</c>: predicts a shop by queueing theory, without simulating it.</summary>
internal static class TheoryCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    public static Command Create()
    {
        var command = new Command("theory", "Predict a shop by formula, and say which queueing model each stage is, or why it has none") { Files };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.Add(SharedOptions.Json);
        command.Add(SharedOptions.Quiet);
        command.SetAction(parse => Predict(SimulationOptions.Read(parse), parse.GetValue(Files) ?? []));
        return command;
    }

    private static int Predict(SimulationOptions options, string[] files)
    {
        var shop = SharedOptions.LoadShop(files, options.Overrides);
        using var outputs = OutputFiles.Open(options);
        var prediction = ShopTheory.Predict(shop.Settings);
        if (options.Json is not null)
        {
            outputs.WriteJson(ResultJson.Of(prediction));
        }

        if (options.PrintsText)
        {
            TheoryReport.Write(Terminal.StandardOutput(), prediction);
        }

        return ExitCodes.Done;
    }
}
