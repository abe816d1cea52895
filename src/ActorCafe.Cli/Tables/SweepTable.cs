using ActorCafe.Cli.Sweeping;
using ActorCafe.Shop.Results;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the table of <c>sweep</c>: a row per point.</summary>
internal static class SweepTable
{
    private const int LongestValue = 20;
    private const string SteadyState = "steady\nstate";

    private static readonly string[] Noise = ["cafe", "step", "service", "stage", "customers", "statistics"];

    // Most important first: the last are left out if the line is too short, but never the steady state, without which a mean misleads.
    private static readonly (string Head, Func<ShopResult, string> Cell)[] Measures =
    [
        ("time in shop\nmean", result => DisplayFormat.Time(result.ResponseTime.Mean)),
        ("\np95", result => DisplayFormat.Time(result.ResponseTime.P95)),
        (SteadyState, result => result.SteadyState.Reached ? "yes" : "no"),
        ("capacity\nper hour", result => DisplayFormat.Number(result.CapacityPerHour)),
        ("bottleneck", result => MeasureTable.Truncate(result.Bottleneck ?? DisplayFormat.NoData, LongestValue)),
        ("served", result => DisplayFormat.Count(result.Orders.Served)),
        ("lost", result => DisplayFormat.Count(result.Orders.Arrived - result.Orders.Served)),
        ("throughput\nper hour", result => DisplayFormat.Number(result.ThroughputPerHour)),
    ];

    public static void Write(IAnsiConsole console, IReadOnlyList<(SweepPoint Point, ShopResult Result)> points)
    {
        if (points.Count == 0)
        {
            return;
        }

        var varied = points[0].Point.Varied.Select((one, at) => (Head: Head(one.Key.Path), Cells: points.Select(point => MeasureTable.Truncate(point.Point.Varied[at].Value, LongestValue)).ToList())).ToList();
        var areSteady = points.All(point => point.Result.SteadyState.Reached);
        var measures = Measures.Where(measure => measure.Head != SteadyState || !areSteady).Select(measure => (measure.Head, Cells: points.Select(point => measure.Cell(point.Result)).ToList())).ToList();
        // The first column has no gap before it.
        if (varied.Concat(measures).Sum(Width) - 1 > console.Profile.Width)
        {
            // The throughput, which in the long run is the smaller of capacity and arrival rate, is not worth a block of its own.
            measures.RemoveAt(measures.Count - 1);
        }

        var columns = varied.Skip(1).Concat(measures).ToList();
        var table = MeasureTable.Of(varied[0].Head, columns.Select(column => column.Head));
        for (var row = 0; row < points.Count; row++)
        {
            table.Row(varied[0].Cells[row], columns.Select(column => column.Cells[row]));
        }

        console.Write(table);
        if (!areSteady)
        {
            console.WriteWrapped("Without a steady state a mean has no long-run value: it depends on how many customers come, or is of one day. --json says why.");
        }
    }

    /// <summary><c>grinder</c> for its pool, <c>arrivals mean</c> for <c>cafe.customers.arrivals.mean</c>.</summary>
    internal static string Head(string path)
    {
        const string Pools = "akka.actor.deployment./cafe/";
        if (path.StartsWith(Pools, StringComparison.Ordinal))
        {
            return path[Pools.Length..].Replace(".nr-of-instances", "", StringComparison.Ordinal).Replace('.', '\n');
        }

        var words = path.Split('.').Where(word => !Noise.Contains(word)).ToList();
        return words.Count == 0 ? path : string.Join('\n', words);
    }

    private static int Width((string Head, List<string> Cells) column) =>
        column.Cells.Concat(column.Head.Split('\n')).Max(cell => cell.Length) + 1;
}
