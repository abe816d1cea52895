using ActorCafe.Cli.Files;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>How the times in several shops differ, on the same customers.</summary>
internal static class PairedReport
{
    private const int LongestName = 20;

    public static void Write(IAnsiConsole console, ShopSettings first, IReadOnlyList<Compared> shops)
    {
        var level = Human.Percent(first.Statistics.Confidence).Replace(".0%", "%", StringComparison.Ordinal);
        var table = Grid.Of("mean time in shop", ["difference", $"{level} sure\nfrom", "\nto", "narrower\nby pairing"]);
        foreach (var shop in shops.Skip(1))
        {
            var difference = shop.Difference;
            table.Row(
                Grid.Short(shop.Result.Shop, LongestName),
                [OneMoreReport.Signed(difference?.Mean), OneMoreReport.Signed(difference?.Ci?.Low), OneMoreReport.Signed(difference?.Ci?.High), Human.Factor(difference?.Narrower)]);
        }

        console.WriteLine($"against {shops[0].Result.Shop}, on the same customers");
        console.WriteLine();
        console.Write(table);
    }
}
