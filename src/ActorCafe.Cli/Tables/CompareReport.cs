using ActorCafe.Cli.Files;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What <c>compare</c> tells: shops side by side, and a picture of their capacities.</summary>
internal static class CompareReport
{
    private const int LongestName = 24;

    private static readonly (string Name, Func<ShopSettings, Compared, string> Cell)[] Measures =
    [
        ("people", (shop, played) => Human.Count(Workers(shop, played.Result, machines: false))),
        ("machines", (shop, played) => Human.Count(Workers(shop, played.Result, machines: true))),
        ("stages", (shop, _) => Human.Count(shop.Stages.Length)),
        ("orders served", (_, played) => Human.Count(played.Result.Orders.Served)),
        ("capacity an hour", (_, played) => Human.Number(played.Result.CapacityPerHour)),
        ("capacity ratio", (_, played) => Human.Factor(played.CapacityRatio)),
        ("speed-up", (_, played) => Human.Factor(played.SpeedUp)),
        ("time in shop, mean", (_, played) => Human.Time(played.Result.ResponseTime.Mean)),
        ("time in shop, p95", (_, played) => Human.Time(played.Result.ResponseTime.P95)),
        ("longest order queue", (_, played) => Human.Count(played.Result.OrderQueue.Max)),
        ("longest pick-up queue", (_, played) => Human.Count(played.Result.PickUpQueue.Max)),
        ("concurrency, mean", (_, played) => Human.Number(played.Result.Concurrency.Mean)),
        ("concurrency, max", (_, played) => Human.Count(played.Result.Concurrency.Max)),
        ("parallelism, mean", (_, played) => Human.Number(played.Result.Parallelism.Mean)),
        ("parallelism, max", (_, played) => Human.Count(played.Result.Parallelism.Max)),
        ("bottleneck", (_, played) => Grid.Short(played.Result.Bottleneck ?? Human.None, LongestName)),
    ];

    public static void Write(IAnsiConsole console, IReadOnlyList<ShopSettings> shops, IReadOnlyList<Compared> played)
    {
        var columns = Columns(shops, played);
        var names = Measures.Max(measure => measure.Name.Length);
        for (var next = 0; next < columns.Count;)
        {
            var block = Fitting(columns.Skip(next).Select(column => column.Cells.Append(column.Head).Max(cell => cell.Length)), console.Profile.Width - names);
            console.Write(Block(columns.GetRange(next, block)));
            console.WriteLine();
            next += block;
        }

        foreach (var line in Explained(played))
        {
            console.WriteLine(line);
        }
    }

    /// <summary>The names of the measures, and a column of cells for each shop.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<(string Head, List<string> Cells)> Columns) Cells(
        IReadOnlyList<ShopSettings> shops, IReadOnlyList<Compared> played) =>
        ([.. Measures.Select(measure => measure.Name)], Columns(shops, played));

    /// <summary>What the names of some measures mean.</summary>
    public static IEnumerable<string> Explained(IReadOnlyList<Compared> played) =>
    [
        "concurrency: orders in progress at once; parallelism: workers in service at once",
        $"capacity ratio and speed-up (time to serve the same customers): against {played[0].Result.Shop}",
    ];

    private static List<(string Head, List<string> Cells)> Columns(IReadOnlyList<ShopSettings> shops, IReadOnlyList<Compared> played) =>
    [
        .. shops.Zip(played, (shop, result) =>
            (Head: Grid.Short(result.Result.Shop, LongestName), Cells: Measures.Select(measure => measure.Cell(shop, result)).ToList())),
    ];

    /// <summary>How many columns fit: at least one.</summary>
    private static int Fitting(IEnumerable<int> widths, int room)
    {
        var count = 0;
        foreach (var width in widths)
        {
            room -= width + 1;
            if (room < 0 && count > 0)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static Table Block(List<(string Head, List<string> Cells)> columns)
    {
        var table = Grid.Of("", columns.Select(column => column.Head));
        for (var i = 0; i < Measures.Length; i++)
        {
            table.Row(Measures[i].Name, columns.Select(column => column.Cells[i]));
        }

        return table;
    }

    public static void Picture(IAnsiConsole console, IReadOnlyList<Compared> played)
    {
        if (!played.Any(shop => shop.Result.CapacityPerHour is not null))
        {
            return;
        }

        console.WriteLine();
        console.WriteLine("capacity, orders an hour");
        var chart = new BarChart
        {
            Width = Math.Min(console.Profile.Width, 100),
            ValueFormatter = (value, _) => Human.Number(value),
        };
        foreach (var shop in played)
        {
            chart.AddItem(Markup.Escape(Grid.Short(shop.Result.Shop, LongestName)), shop.Result.CapacityPerHour ?? 0, Color.Olive);
        }

        console.Write(chart);
        console.WriteLine();
    }

    // By the result's counts: with a schedule they are the largest.
    private static int Workers(ShopSettings shop, ShopResult result, bool machines) => shop.Stages
        .Zip(result.Stages, (stage, measured) => stage.Is == WorkerKind.Machine == machines ? measured.Workers : 0)
        .Sum();
}
