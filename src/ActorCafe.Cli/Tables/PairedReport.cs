using ActorCafe.Analysis.Comparison;
using ActorCafe.Cli.Running;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints by how much each shop differs from the first one, replication by replication.</summary>
internal static class PairedReport
{
    private static readonly (string Name, Func<PairedDifferences?, PairedDifference?> Of, Func<double?, string> Shown)[] Measures =
    [
        ("mean time in shop", differences => differences?.Mean, OneMoreReport.Signed),
        ("time in shop, p95", differences => differences?.P95, OneMoreReport.Signed),
        ("cost per day", differences => differences?.CostPerDay, Signed),
    ];

    public static void Write(IAnsiConsole console, ShopSettings first, IReadOnlyList<ComparedResult> shops)
    {
        var (names, columns) = Cells(first, shops);
        console.WriteWrapped(Caption(shops));
        console.WriteLine();
        ShopColumns.Write(console, names, columns);
    }

    public static string Caption(IReadOnlyList<ComparedResult> shops) => $"against {shops[0].Result.Shop}, on the same customers";

    /// <summary>The names of the rows, and a column of cells for each shop but the first.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<(string Head, List<string> Cells)> Columns) Cells(ShopSettings first, IReadOnlyList<ComparedResult> shops)
    {
        var level = DisplayFormat.Level(first.Statistics.Confidence);
        var measures = Measures.Where(measure => shops.Any(shop => measure.Of(shop.Difference) is not null)).ToList();
        return (
            [.. measures.SelectMany(measure => new[] { measure.Name, $"  {level} sure from", "  to", "  narrower by pairing" })],
            [.. shops.Skip(1).Select(shop => (shop.Result.Shop, measures.SelectMany(measure => Cells(measure.Of(shop.Difference), measure.Shown)).ToList()))]);
    }

    private static IEnumerable<string> Cells(PairedDifference? difference, Func<double?, string> shown) =>
        [shown(difference?.Mean), shown(difference?.Ci?.Low), shown(difference?.Ci?.High), DisplayFormat.Factor(difference?.Narrower)];

    private static string Signed(double? number) => number is > 0 ? $"+{DisplayFormat.Number(number)}" : DisplayFormat.Number(number);
}
