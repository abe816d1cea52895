using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What <c>run</c> tells of a shop.</summary>
internal static class RunReport
{
    private const int LongestName = 16;
    private const int NameWidth = 15;

    public static void Write(IAnsiConsole console, ShopSettings shop, ShopResult result)
    {
        console.Say(Title(result));
        console.WriteLine();
        console.Write(Stages(result));
        console.WriteLine();
        foreach (var (name, value) in Facts(shop, result))
        {
            console.WriteLine($"{name.PadRight(NameWidth)}{value}");
        }
    }

    /// <summary>The shop, its orders and how long they took.</summary>
    public static string Title(ShopResult result)
    {
        // Counts are sums over the replications, all else is their mean.
        var replications = result.Replications > 1 ? $"{Human.Count(result.Replications)} replications of " : "";
        var warmUp = result.WarmUp > 0 ? $", the first {Human.Count(result.WarmUp)} orders left out" : "";
        return $"{result.Shop}: {Human.Count(result.Orders.Arrived)} orders in {replications}{Human.Time(result.Makespan)} (seed {result.Seed}{warmUp})";
    }

    private static Table Stages(ShopResult result)
    {
        var table = Grid.Of("stage", StageColumns);
        foreach (var (name, cells) in StageRows(result))
        {
            table.Row(Grid.Short(name, LongestName), cells, name == result.Bottleneck ? new Style(Color.Olive) : Style.Plain);
        }

        return table;
    }

    /// <summary>What is told of a stage.</summary>
    public static IReadOnlyList<string> StageColumns { get; } =
        ["workers", "arrivals", "utilised", "blocked", "wait\nmean", "wait\np95", "queue\nmean", "queue\nmax"];

    /// <summary>The same of each stage, by its name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Cells)> StageRows(ShopResult result) => result.Stages.Select(stage =>
        (stage.Name, (IReadOnlyList<string>)
        [
            Human.Count(stage.Workers),
            Human.Count(stage.Arrivals),
            Human.Percent(stage.Utilisation),
            Human.Percent(stage.Blocked),
            Human.Time(stage.WaitingTime.Mean),
            Human.Time(stage.WaitingTime.P95),
            Human.Number(stage.QueueLength.Mean),
            Human.Count(stage.QueueLength.Max),
        ]));

    /// <summary>What is told of the whole; a value without a name goes on with the one above.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(ShopSettings shop, ShopResult result)
    {
        var orders = result.Orders;
        var time = result.ResponseTime;
        yield return ("orders", $"{Human.Count(orders.Served)} served, {Human.Count(orders.Rejected)} rejected, {Human.Count(orders.Reneged)} reneged, {Human.Count(orders.Unserved)} unserved");
        yield return ("time in shop", $"mean {Human.Time(time.Mean)}{Within(time.Ci, shop)}");
        yield return ("", $"p50 {Human.Time(time.P50)}, p95 {Human.Time(time.P95)}, p99 {Human.Time(time.P99)}, max {Human.Time(time.Max)}");
        // One drink's time is the shop's.
        var drinks = result.Drinks.Where(drink => drink.Served > 0).ToList();
        if (drinks.Count > 1)
        {
            foreach (var drink in drinks)
            {
                yield return ("", $"{Grid.Short(drink.Name, LongestName)}: {Human.Count(drink.Served)} served, mean {Human.Time(drink.ResponseTime.Mean)}");
            }
        }

        yield return ("throughput", $"{Human.Number(result.ThroughputPerHour)} an hour");
        yield return ("capacity", $"{Human.Number(result.CapacityPerHour)} an hour, when customers never stop coming");
        yield return ("concurrency", $"{Level(result.Concurrency)} orders in progress at once");
        yield return ("parallelism", $"{Level(result.Parallelism)} workers in service at once");
        yield return ("order queue", $"{Level(result.OrderQueue)} before the first stage");
        yield return ("pick-up queue", $"{Level(result.PickUpQueue)} with the order taken and no coffee yet");
        yield return ("Little's law", Little(result.LittlesLaw));
        if (Queues(shop) is { Length: > 0 } queues)
        {
            yield return ("queues", queues);
        }
    }

    private static string Within(Interval? interval, ShopSettings shop) => interval is null
        ? ""
        : $", {Human.Percent(shop.Statistics.Confidence).Replace(".0%", "%", StringComparison.Ordinal)} sure between {Human.Time(interval.Low)} and {Human.Time(interval.High)}";

    private static string Level(Level level) => $"mean {Human.Number(level.Mean)}, max {Human.Count(level.Max)}";

    private static string Little(LittlesLaw law) =>
        $"{Human.Number(law.MeanInShop)} in shop; throughput x time in shop {Human.Number(law.ThroughputTimesResponse)}"
        + (law.RelativeError is { } error ? $"; {Human.Percent(Math.Abs(error))} apart" : "");

    // The shared queue is what everybody expects: only others are named.
    private static string Queues(ShopSettings shop) => string.Join(", ", shop.Stages
        .Where(stage => stage.Router != "shared-queue-pool")
        .Select(stage => $"{stage.Name} {stage.Router}"));
}
