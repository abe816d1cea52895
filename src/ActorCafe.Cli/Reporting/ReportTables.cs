using ActorCafe.Cli.Files;
using ActorCafe.Cli.Tables;
using ActorCafe.Pictures.Report;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Reporting;

/// <summary>The tables of a report: the same figures as the terminal's.</summary>
internal static class ReportTables
{
    /// <summary>Of one shop: its stages, and the whole.</summary>
    public static IReadOnlyList<ReportTable> Of(ShopSettings shop, ShopResult result)
    {
        var facts = new List<(string Name, IReadOnlyList<string> Cells)>();
        foreach (var (name, value) in RunReport.Facts(shop, result))
        {
            if (name.Length > 0)
            {
                facts.Add((name, [value]));
            }
            else
            {
                facts[^1] = (facts[^1].Name, [$"{facts[^1].Cells[0]}\n{value}"]);
            }
        }

        return [new("The stages", RunReport.StageColumns, [.. RunReport.StageRows(result)]), new("The whole shop", [], facts)];
    }

    /// <summary>Of several shops: side by side.</summary>
    public static IReadOnlyList<ReportTable> Of(IReadOnlyList<ShopSettings> shops, IReadOnlyList<Compared> played)
    {
        var (names, columns) = CompareReport.Cells(shops, played);
        return
        [
            new(
                string.Join("; ", CompareReport.Explained(played)),
                [.. columns.Select(column => column.Head)],
                [.. names.Select((name, row) => (name, (IReadOnlyList<string>)[.. columns.Select(column => column.Cells[row])]))]),
        ];
    }
}
