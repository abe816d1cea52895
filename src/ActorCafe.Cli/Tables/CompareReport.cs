using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the tables of <c>compare</c>: shops side by side, and a chart of their capacities.</summary>
internal static class CompareReport
{
    private const int LongestName = 24;

    private static readonly (string Name, Func<ShopSettings, ComparedResult, string> Cell)[] Measures =
    [
        ("people", (shop, played) => DisplayFormat.Count(Workers(shop, played.Result, machines: false))),
        ("machines", (shop, played) => DisplayFormat.Count(Workers(shop, played.Result, machines: true))),
        ("stages", (shop, _) => DisplayFormat.Count(shop.Stages.Length)),
        ("orders served", (_, played) => DisplayFormat.Count(played.Result.Orders.Served)),
        ("capacity an hour", (_, played) => DisplayFormat.Number(played.Result.CapacityPerHour)),
        ("capacity ratio", (_, played) => DisplayFormat.Factor(played.CapacityRatio)),
        ("speed-up", (_, played) => DisplayFormat.Factor(played.SpeedUp)),
        ("time in shop, mean", (_, played) => DisplayFormat.Time(played.Result.ResponseTime.Mean)),
        ("time in shop, p95", (_, played) => DisplayFormat.Time(played.Result.ResponseTime.P95)),
        ("longest order queue", (_, played) => DisplayFormat.Count(played.Result.OrderQueue.Max)),
        ("longest pick-up queue", (_, played) => DisplayFormat.Count(played.Result.PickUpQueue.Max)),
        ("concurrency, mean", (_, played) => DisplayFormat.Number(played.Result.Concurrency.Mean)),
        ("concurrency, max", (_, played) => DisplayFormat.Count(played.Result.Concurrency.Max)),
        ("parallelism, mean", (_, played) => DisplayFormat.Number(played.Result.Parallelism.Mean)),
        ("parallelism, max", (_, played) => DisplayFormat.Count(played.Result.Parallelism.Max)),
        ("bottleneck", (_, played) => MeasureTable.Truncate(played.Result.Bottleneck ?? DisplayFormat.NoData, LongestName)),
    ];

    public static void Write(IAnsiConsole console, IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played)
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

        foreach (var line in Explained(shops, played))
        {
            console.WriteWrapped(line);
        }
    }

    /// <summary>The names of the measures, and a column of cells per shop.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<(string Head, List<string> Cells)> Columns) Cells(
        IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played) =>
        ([.. Measures.Select(measure => measure.Name)], Columns(shops, played));

    /// <summary>Explains some of the measures.</summary>
    public static IEnumerable<string> Explained(IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played) =>
    [
        "concurrency: orders in progress at once; parallelism: workers in service at once",
        $"capacity ratio and speed-up (time to serve the same customers): against {played[0].Result.Shop}",
        .. shops.Zip(played)
            .Select(shop => (shop.Second.Result.Shop, Measured: CapacityWords.Measured(shop.Second.Result, shop.First.Statistics.Confidence)))
            .Where(shop => shop.Measured is not null)
            .Select(shop => $"capacity of {shop.Shop}: {shop.Measured}"),
    ];

    private static List<(string Head, List<string> Cells)> Columns(IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played) =>
    [
        .. shops.Zip(played, (shop, result) =>
            (Head: MeasureTable.Truncate(result.Result.Shop, LongestName), Cells: Measures.Select(measure => measure.Cell(shop, result)).ToList())),
    ];

    /// <summary>The number of columns that fit, at least one.</summary>
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
        var table = MeasureTable.Of("", columns.Select(column => column.Head));
        for (var i = 0; i < Measures.Length; i++)
        {
            table.Row(Measures[i].Name, columns.Select(column => column.Cells[i]));
        }

        return table;
    }

    public static void WriteChart(IAnsiConsole console, IReadOnlyList<ComparedResult> played)
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
            ValueFormatter = (value, _) => DisplayFormat.Number(value),
        };
        foreach (var shop in played)
        {
            chart.AddItem(Markup.Escape(MeasureTable.Truncate(shop.Result.Shop, LongestName)), shop.Result.CapacityPerHour ?? 0, Color.Olive);
        }

        console.Write(chart);
        console.WriteLine();
    }

    // From the result, whose counts are the largest of a schedule.
    private static int Workers(ShopSettings shop, ShopResult result, bool machines) => shop.Stages
        .Zip(result.Stages, (stage, measured) => stage.Is == WorkerKind.Machine == machines ? measured.Workers : 0)
        .Sum();
}

/// <summary>Prints how times in shop differ, with the same customers.</summary>
internal static class PairedReport
{
    private const int LongestName = 20;

    public static void Write(IAnsiConsole console, ShopSettings first, IReadOnlyList<ComparedResult> shops)
    {
        var level = DisplayFormat.Level(first.Statistics.Confidence);
        var table = MeasureTable.Of("mean time in shop", ["difference", $"{level} sure\nfrom", "\nto", "narrower\nby pairing"]);
        foreach (var shop in shops.Skip(1))
        {
            var difference = shop.Difference;
            table.Row(
                MeasureTable.Truncate(shop.Result.Shop, LongestName),
                [OneMoreReport.Signed(difference?.Mean), OneMoreReport.Signed(difference?.Ci?.Low), OneMoreReport.Signed(difference?.Ci?.High), DisplayFormat.Factor(difference?.Narrower)]);
        }

        console.WriteLine($"against {shops[0].Result.Shop}, on the same customers");
        console.WriteLine();
        console.Write(table);
    }
}
