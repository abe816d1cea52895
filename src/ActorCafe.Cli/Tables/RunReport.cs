using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the result of <c>run</c>.</summary>
internal static class RunReport
{
    private const int LongestName = 16;
    private const int NameWidth = 15;

    public static void Write(IAnsiConsole console, ShopSettings shop, ShopResult result)
    {
        console.WriteWrapped(Title(result));
        console.WriteLine();
        console.Write(Stages(shop, result));
        console.WriteLine();
        foreach (var (name, value) in Facts(shop, result))
        {
            var label = name;
            foreach (var line in WordWrap.Wrap(value, console.Profile.Width - NameWidth))
            {
                console.WriteLine($"{label.PadRight(NameWidth)}{line}");
                label = "";
            }
        }
    }

    /// <summary>The shop, its orders and its makespan.</summary>
    public static string Title(ShopResult result)
    {
        // Counts are sums over the replications, everything else is their mean.
        var replications = result.Replications > 1 ? $"{DisplayFormat.Count(result.Replications)} replications of " : "";
        var warmUp = result.WarmUp > 0 ? $", the first {DisplayFormat.Count(result.WarmUp)} orders left out" : "";
        var opened = result.Opened > 0 ? $", opened at {DisplayFormat.Clock(TimeSpan.FromSeconds(result.Opened))}" : "";
        return $"{result.Shop}: {DisplayFormat.Count(result.Orders.Arrived)} orders in {replications}{DisplayFormat.Time(result.Makespan)} (seed {result.Seed}{opened}{warmUp})";
    }

    private static MeasureTable Stages(ShopSettings shop, ShopResult result)
    {
        var table = MeasureTable.Of("stage", StageColumns(shop));
        foreach (var (name, cells) in StageRows(shop, result))
        {
            table.Row(MeasureTable.Truncate(name, LongestName), cells, name == result.Bottleneck ? new Style(Color.Olive) : Style.Plain);
        }

        return table;
    }

    /// <summary>The columns of the table of stages.</summary>
    public static IReadOnlyList<string> StageColumns(ShopSettings shop) =>
        ["workers", "arrivals", "utilised", "blocked", "wait\nmean", "wait\np95", "queue\nmean", "queue\nmax", .. OnlyWithPatience(shop, "reneged")];

    /// <summary>The rows of the table of stages, by name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Cells)> StageRows(ShopSettings shop, ShopResult result) => result.Stages.Select(stage =>
        (stage.Name, (IReadOnlyList<string>)
        [
            DisplayFormat.Count(stage.Workers),
            DisplayFormat.Count(stage.Arrivals),
            DisplayFormat.Percent(stage.Utilisation),
            DisplayFormat.Percent(stage.Blocked),
            DisplayFormat.Time(stage.WaitingTime.Mean),
            DisplayFormat.Time(stage.WaitingTime.P95),
            DisplayFormat.Number(stage.QueueLength.Mean),
            DisplayFormat.Count(stage.QueueLength.Max),
            .. OnlyWithPatience(shop, DisplayFormat.Count(stage.Reneged)),
        ]));

    /// <summary>The share of time that the workers of each stage with breakdowns were down.</summary>
    private static IEnumerable<string> Down(ShopSettings shop, ShopResult result) => shop.Stages.Zip(result.Stages)
        .Where(stage => stage.First.Breakdown is not null)
        .Select(stage => $"{stage.First.Name} {DisplayFormat.Percent(stage.Second.Down)}");

    /// <summary>The facts about the whole shop; one without a name continues the one above.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(ShopSettings shop, ShopResult result)
    {
        var orders = result.Orders;
        var time = result.ResponseTime;
        yield return ("orders", $"{DisplayFormat.Count(orders.Served)} served, {DisplayFormat.Count(orders.Rejected)} rejected, {DisplayFormat.Count(orders.Reneged)} reneged, {DisplayFormat.Count(orders.Unserved)} unserved");
        yield return ("time in shop", $"mean {DisplayFormat.Time(time.Mean)}{Within(time.Ci, shop)}");
        yield return ("", $"p50 {DisplayFormat.Time(time.P50)}, p95 {DisplayFormat.Time(time.P95)}, p99 {DisplayFormat.Time(time.P99)}, max {DisplayFormat.Time(time.Max)}");
        // With one drink, its time equals the shop's.
        var drinks = result.Drinks.Where(drink => drink.Served > 0).ToList();
        if (drinks.Count > 1)
        {
            foreach (var drink in drinks)
            {
                yield return ("", $"{MeasureTable.Truncate(drink.Name, LongestName)}: {DisplayFormat.Count(drink.Served)} served, mean {DisplayFormat.Time(drink.ResponseTime.Mean)}");
            }
        }

        yield return ("throughput", $"{DisplayFormat.Number(result.ThroughputPerHour)} per hour");
        yield return ("capacity", CapacityWords.Of(result));
        foreach (var line in CapacityWords.Explained(shop, result))
        {
            yield return ("", line);
        }

        if (Down(shop, result).ToList() is { Count: > 0 } down)
        {
            yield return ("broken down", $"{string.Join(", ", down)} of the workers' time");
        }

        yield return ("concurrency", $"{Level(result.Concurrency)} orders in progress at once");
        yield return ("parallelism", $"{Level(result.Parallelism)} workers in service at once");
        yield return ("order queue", $"{Level(result.OrderQueue)} before the first stage");
        yield return ("pick-up queue", $"{Level(result.PickUpQueue)} ordered and not served yet");
        if (result.InShop is { Mean: { } mean, Probabilities: { } probabilities })
        {
            yield return ("in the shop", $"{DisplayFormat.Number(mean)} on average, {MoreThan(probabilities)}");
        }

        yield return ("Little's law", Little(result.LittlesLaw));
        if (Queues(shop) is { Length: > 0 } queues)
        {
            yield return ("queues", queues);
        }
    }

    private static string[] OnlyWithPatience(ShopSettings shop, string cell) => shop.Stages.Any(stage => stage.Patience is not null) ? [cell] : [];

    private static string Within(Interval? interval, ShopSettings shop) => interval is null
        ? ""
        : $", {DisplayFormat.Level(shop.Statistics.Confidence)} sure between {DisplayFormat.Time(interval.Low)} and {DisplayFormat.Time(interval.High)}";

    private static string Level(Level level) => $"mean {DisplayFormat.Number(level.Mean)}, max {DisplayFormat.Count(level.Max)}";

    /// <summary>A number that is exceeded for at most a twentieth of the time.</summary>
    private static string MoreThan(IReadOnlyList<double> probabilities)
    {
        var (number, more) = (0, 1 - probabilities[0]);
        while (more > 0.05 && number < probabilities.Count - 2)
        {
            more -= probabilities[++number];
        }

        var most = probabilities.Count - 1;
        return number == most || (more > 0.05 && most < LevelDistribution.Most)
            ? $"never more than {DisplayFormat.Count(most)}"
            : $"more than {DisplayFormat.Count(number)} for {DisplayFormat.Percent(more)} of the time";
    }

    private static string Little(LittlesLaw law) =>
        $"{DisplayFormat.Number(law.MeanInShop)} in shop; throughput x time in shop {DisplayFormat.Number(law.ThroughputTimesResponse)}"
        + (law.RelativeError is { } error ? $"; {DisplayFormat.Percent(Math.Abs(error))} apart" : "");

    // The shared queue is the default: only other routers are named.
    private static string Queues(ShopSettings shop) => string.Join(", ", shop.Stages
        .Where(stage => stage.Router != "shared-queue-pool")
        .Select(stage => $"{stage.Name} {stage.Router}"));
}
