using System.CommandLine;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary><c>check</c>: reads and validates a shop without simulating it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Files = SharedOptions.OneShopsFiles();

    private static readonly Option<bool> Print = new("--print")
    {
        Description = "Show every setting and where it comes from",
    };

    public static Command Create()
    {
        var command = new Command("check", "Read and validate a shop without running it") { Files, Print };
        foreach (var option in SharedOptions.Changes)
        {
            command.Add(option);
        }

        command.Add(SharedOptions.Quiet);
        command.SetAction(parse => Check(
            parse.GetValue(Files) ?? [], SimulationOptions.ReadOverrides(parse), parse.GetValue(Print), parse.GetValue(SharedOptions.Quiet)));
        return command;
    }

    private static int Check(string[] files, IReadOnlyList<Override> overrides, bool print, bool quiet)
    {
        var shop = SharedOptions.LoadShop(files, overrides);
        IEnumerable<string> lines = print
            ? HoconLines.Of(shop.Tree, "cafe").Concat(HoconLines.Of(shop.Tree, "akka", "actor", "deployment"))
            : quiet ? [] : ShopSummary.Of(shop.Settings);
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
        }

        return ExitCodes.Done;
    }
}
