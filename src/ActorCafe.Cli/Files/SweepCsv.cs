using System.Globalization;
using System.Text;
using ActorCafe.Cli.Sweeping;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>The points of a sweep as CSV: a row each, with columns named like the JSON fields.</summary>
internal static class SweepCsv
{
    private static readonly (string Name, Func<ShopResult, object?> Value)[] OfShop =
    [
        ("replications", result => result.Replications),
        ("orders.arrived", result => result.Orders.Arrived),
        ("orders.served", result => result.Orders.Served),
        ("orders.rejected", result => result.Orders.Rejected),
        ("orders.reneged", result => result.Orders.Reneged),
        ("orders.unserved", result => result.Orders.Unserved),
        ("makespan", result => result.Makespan),
        ("throughputPerHour", result => result.ThroughputPerHour),
        ("responseTime.mean", result => result.ResponseTime.Mean),
        ("responseTime.ci.low", result => result.ResponseTime.Ci?.Low),
        ("responseTime.ci.high", result => result.ResponseTime.Ci?.High),
        ("responseTime.p50", result => result.ResponseTime.P50),
        ("responseTime.p95", result => result.ResponseTime.P95),
        ("responseTime.p99", result => result.ResponseTime.P99),
        ("responseTime.max", result => result.ResponseTime.Max),
        ("capacityPerHour", result => result.CapacityPerHour),
        ("capacity.ci.low", result => result.Capacity?.Ci?.Low),
        ("capacity.ci.high", result => result.Capacity?.Ci?.High),
        ("bottleneck", result => result.Bottleneck),
        ("concurrency.mean", result => result.Concurrency.Mean),
        ("parallelism.mean", result => result.Parallelism.Mean),
        ("inShop.mean", result => result.InShop.Mean),
        ("steadyState.reached", result => result.SteadyState.Reached ? "true" : "false"),
        ("steadyState.reason", result => result.SteadyState.Reason),
    ];

    private static readonly (string Name, Func<StageResult, object?> Value)[] OfStage =
    [
        ("workers", stage => stage.Workers),
        ("utilisation", stage => stage.Utilisation),
        ("blocked", stage => stage.Blocked),
        ("waitingTime.mean", stage => stage.WaitingTime.Mean),
        ("waitingTime.p95", stage => stage.WaitingTime.P95),
        ("queueLength.mean", stage => stage.QueueLength.Mean),
        ("reneged", stage => stage.Reneged),
    ];

    public static byte[] Of(IReadOnlyList<SweepPoint> all, IEnumerable<(SweepPoint Point, ShopResult Result)> points)
    {
        // The stages may be varied too: cells of a stage that a shop lacks are empty.
        var stages = all.SelectMany(point => point.Shop.Settings.Stages).Select(stage => stage.Name).Distinct().ToList();
        var text = new StringBuilder();
        Row(text, all[0].Varied.Select(varied => (object?)varied.Key.Text)
            .Concat(OfShop.Select(column => column.Name))
            .Concat(stages.SelectMany(stage => OfStage.Select(column => $"{stage}.{column.Name}")))
            .Append("checksum"));
        foreach (var (point, result) in points)
        {
            Row(text, point.Varied.Select(varied => (object?)varied.Value)
                .Concat(OfShop.Select(column => column.Value(result)))
                .Concat(stages.SelectMany(name => OfStage.Select(column =>
                    result.Stages.FirstOrDefault(stage => stage.Name == name) is { } stage ? column.Value(stage) : null)))
                .Append(result.Checksum));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(StringBuilder text, IEnumerable<object?> cells) =>
        text.AppendJoin(',', cells.Select(cell => Cell(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""))).Append('\n');

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
