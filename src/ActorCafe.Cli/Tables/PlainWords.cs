using System.Globalization;
using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tables;

/// <summary>Sentences about the figures.</summary>
internal static class PlainWords
{
    /// <summary>For a run: how it ended, where no steady state exists, the bottleneck, and the effect of one more worker there.</summary>
    public static IEnumerable<string> Of(ShopResult result, OneMoreAtBottleneck? more)
    {
        if (result.Interrupted)
        {
            yield return "Stopped early: the figures are of the customers who had come by then.";
        }

        if (result.Deserted is { IsEmpty: false } deserted)
        {
            yield return $"{DisplayFormat.Count(result.Orders.Unserved)} of {DisplayFormat.Count(result.Orders.Arrived)} orders were left unserved, because the schedule brings no more workers to {DisplayFormat.List(deserted)}.";
        }

        if (SteadyStateWords.Of(result) is { } unsteady)
        {
            yield return unsteady;
        }

        if (result.ResponseTime.Batches is { AreDoubtful: true } batches)
        {
            yield return $"The interval of time in shop is too narrow: the {batches.Count} batches of {DisplayFormat.Count(batches.Size)} orders behind it resemble their neighbours (correlation {batches.Correlation!.Value.ToString("0.00", CultureInfo.InvariantCulture)}). Use more orders or --replications for one that you can trust.";
        }

        if (Bottleneck(result) is { } bottleneck)
        {
            yield return $"{bottleneck}{OneMore(result, more)}";
        }
    }

    /// <summary>For a run that continued until its interval was narrow enough.</summary>
    public static string OfPrecision(ShopResult result, double wanted) =>
        result.ResponseTime is { Ci: { } ci, Mean: > 0 and var mean } && (ci.High - ci.Low) / 2 / mean is var reached
            ? $"The interval of the mean time in shop is ±{DisplayFormat.Percent(reached)}{(reached <= wanted ? "" : $", not ±{DisplayFormat.Percent(wanted)}")}, after {DisplayFormat.Count(result.Replications)} replications of {DisplayFormat.Count((double)result.Orders.Arrived / result.Replications)} orders."
            : $"There is no interval to narrow{(result.SteadyState.Reached ? "" : " without a steady state")}, so no replications were added to the {DisplayFormat.Count(result.Replications)}.";

    /// <summary>For a comparison: the shop with the largest capacity, and one that serves more with fewer workers.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ComparedResult> shops)
    {
        foreach (var unsteady in SteadyStateWords.Of([.. shops.Select(shop => shop.Result)]))
        {
            yield return unsteady;
        }

        var known = shops.Where(shop => shop.Result.Capacity is not null).ToList();
        if (known.Count < 2)
        {
            yield break;
        }

        var largest = known.MaxBy(shop => shop.Result.CapacityPerHour)!;
        if (CapacityWords.IsLarger(largest.Result.Capacity, shops[0].Result.Capacity))
        {
            yield return $"{largest.Result.Shop} has the largest capacity: {DisplayFormat.Number(largest.Result.CapacityPerHour)} orders per hour, {DisplayFormat.Factor(largest.CapacityRatio)} that of {shops[0].Result.Shop}.";
        }

        // Compares each shop with those that have more workers, the essay's point.
        var surprise = known
            .SelectMany(fewer => known, (fewer, many) => (Fewer: fewer.Result, Many: many.Result))
            .Where(pair => Workers(pair.Fewer) < Workers(pair.Many) && CapacityWords.IsLarger(pair.Fewer.Capacity, pair.Many.Capacity))
            .OrderBy(pair => Workers(pair.Many) - Workers(pair.Fewer))
            .Select(pair => $"{pair.Fewer.Shop}, with {DisplayFormat.Workers(Workers(pair.Fewer))}, serves more per hour ({DisplayFormat.Number(pair.Fewer.CapacityPerHour)}) than {pair.Many.Shop} with {Workers(pair.Many)} ({DisplayFormat.Number(pair.Many.CapacityPerHour)}).")
            .FirstOrDefault();
        if (surprise is not null)
        {
            yield return surprise;
        }
    }

    /// <summary>A line of a comparison; null if one more worker changes nothing.</summary>
    public static string? OneLine(ShopResult result, OneMoreAtBottleneck more) =>
        Change(result, more) is { } change ? $"{result.Shop}: one more {WorkerOf(more.Stage)} {change}." : null;

    /// <summary>A worker of a stage, in words. The stage's name, which <c>--pool</c> takes, is added unless it is in the worker's: coffee machine, doctor (consultation).</summary>
    public static string WorkerOf(StageSettings stage) =>
        stage.Worker == stage.Name ? stage.Name
        : stage.Worker.Split('-').Contains(stage.Name) ? stage.Worker.Replace('-', ' ')
        : $"{stage.Worker.Replace('-', ' ')} ({stage.Name})";

    private static string? Bottleneck(ShopResult result)
    {
        if (result.Stages.FirstOrDefault(stage => stage.Name == result.Bottleneck) is not { } stage)
        {
            return null;
        }

        // Of changed pools, the table shows the largest.
        var who = !result.ChangedPools.IsEmpty ? "its workers were" : stage.Workers == 1 ? "its one worker is" : $"its {DisplayFormat.Workers(stage.Workers)} are";
        var held = stage.Blocked >= 0.0005 ? $" and held for {DisplayFormat.Percent(stage.Blocked)}" : "";
        return $"{stage.Name} {(result.ChangedPools.IsEmpty ? "is" : "was")} the bottleneck: {who} busy for {DisplayFormat.Percent(stage.Utilisation)} of the time{held}.";
    }

    private static string? OneMore(ShopResult result, OneMoreAtBottleneck? more) =>
        more is not null && Change(result, more) is { } change ? $" One more {WorkerOf(more.Stage)} {change}." : null;

    /// <summary>Capacity and time in shop, as far as they change.</summary>
    private static string? Change(ShopResult result, OneMoreAtBottleneck more)
    {
        var capacity = CapacityWords.IsLarger(more.Capacity, result.Capacity)
            ? $"raises capacity from {DisplayFormat.Number(result.CapacityPerHour)} to {DisplayFormat.Number(more.Capacity?.PerHour)} orders per hour"
            : null;
        var (before, after) = (DisplayFormat.Time(result.ResponseTime.Mean), DisplayFormat.Time(more.TimeInShop));
        var time = more.TimeInShop is null || result.ResponseTime.Mean is null || before == after
            ? null
            : $"{(more.TimeInShop < result.ResponseTime.Mean ? "cuts" : "raises")} the average time in the shop from {before} to {after}";
        return capacity is null || time is null ? capacity ?? time : $"{capacity} and {time}";
    }

    private static int Workers(ShopResult shop) => shop.Stages.Sum(stage => stage.Workers);
}
