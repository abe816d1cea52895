using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the tables of <c>compare</c>: shops side by side, and a chart of their capacities.</summary>
internal static class CompareReport
{
    private const int LongestName = 24;
    private const int LongestLabel = 40;
    private const int WidestChart = 100;
    private const string People = "people";
    private const string Machines = "machines";
    private const string CostPerDay = "cost per day";

    private static readonly (string Name, Func<ShopSettings, ComparedResult, string> Cell)[] Measures =
    [
        (People, (shop, played) => DisplayFormat.Count(Workers(shop, played.Result, machines: false))),
        (Machines, (shop, played) => DisplayFormat.Count(Workers(shop, played.Result, machines: true))),
        (CostPerDay, (_, played) => DisplayFormat.Number(played.CostPerDay)),
        ("stages", (shop, _) => DisplayFormat.Count(shop.Stages.Length)),
        ("orders served", (_, played) => DisplayFormat.Count(played.Result.Orders.Served)),
        ("capacity per hour", (_, played) => DisplayFormat.Number(played.Result.CapacityPerHour)),
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
        var (names, columns) = Cells(shops, played);
        ShopColumns.Write(console, names, columns);
        console.WriteLine();
        foreach (var line in Explained(shops, played))
        {
            console.WriteWrapped(line);
        }
    }

    /// <summary>The names of the measures, and a column of cells per shop. The cost is among them if any is known, and people or machines if there are any.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<(string Head, List<string> Cells)> Columns) Cells(
        IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played)
    {
        var measures = Measures.Where(measure => measure.Name switch
        {
            CostPerDay => HaveCost(played),
            People => Have(machines: false),
            Machines => Have(machines: true),
            _ => true,
        }).ToList();
        return ([.. measures.Select(measure => measure.Name)],
            [.. shops.Zip(played, (shop, result) => (result.Result.Shop, measures.Select(measure => measure.Cell(shop, result)).ToList()))]);

        bool Have(bool machines) => shops.Zip(played).Any(shop => Workers(shop.First, shop.Second.Result, machines) > 0);
    }

    /// <summary>Explains some of the measures.</summary>
    public static IEnumerable<string> Explained(IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played) =>
    [
        .. HaveCost(played) ? [$"cost per day: of the workers, {(shops.Any(shop => SteadyState.IsDay(shop.Customers)) ? "from opening until the shop is closed and empty" : "for 24 hours from opening")}"] : Array.Empty<string>(),
        "concurrency: orders in progress at once; parallelism: workers in service at once",
        $"capacity ratio and speed-up (time to serve the same customers): against {played[0].Result.Shop}",
        .. shops.Zip(played)
            .Select(shop => (shop.Second.Result.Shop, Measured: CapacityWords.Measured(shop.Second.Result, shop.First.Statistics.Confidence)))
            .Where(shop => shop.Measured is not null)
            .Select(shop => $"capacity of {shop.Shop}: {shop.Measured}"),
    ];

    public static void WriteChart(IAnsiConsole console, IReadOnlyList<ComparedResult> played)
    {
        if (!played.Any(shop => shop.Result.CapacityPerHour is not null))
        {
            return;
        }

        console.WriteLine();
        console.WriteLine("capacity, orders per hour");
        var width = Math.Min(console.Profile.Width, WidestChart);
        var bars = played.Select(shop => (
            Name: MeasureTable.Truncate(shop.Result.Shop, Math.Min(LongestLabel, width * 2 / 5)),
            Length: shop.Result.CapacityPerHour ?? 0,
            Number: DisplayFormat.Number(shop.Result.CapacityPerHour))).ToArray();
        // Not Spectre's chart: its number takes part of the bar, so that lengths are not in proportion.
        var (longestName, longestBar) = (bars.Max(bar => bar.Name.Length), bars.Max(bar => bar.Length));
        var room = Math.Max(0, width - longestName - bars.Max(bar => bar.Number.Length) - "   ".Length);
        foreach (var (name, length, number) in bars)
        {
            console.Write(new Text(name.PadLeft(longestName) + "  "));
            console.Write(new Text(new string('█', (int)Math.Round(room * length / longestBar)) + $" {number}\n", Color.Olive));
        }

        console.WriteLine();
    }

    private static bool HaveCost(IReadOnlyList<ComparedResult> played) => played.Any(shop => shop.CostPerDay is not null);

    // From the result, whose counts are the largest of a schedule.
    private static int Workers(ShopSettings shop, ShopResult result, bool machines) => shop.Stages
        .Zip(result.Stages, (stage, measured) => stage.Is == WorkerKind.Machine == machines ? measured.Workers : 0)
        .Sum();
}
