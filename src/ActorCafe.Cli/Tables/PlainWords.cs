using System.Globalization;
using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tables;

/// <summary>Sentences about the figures.</summary>
internal static class PlainWords
{
    /// <summary>For a run: how it ended, where no steady state exists, the bottleneck, and the effect of one more worker there.</summary>
    public static IEnumerable<string> Of(ShopResult result, OneMoreAtBottleneck? more)
    {
        if (result.Interrupted)
        {
            yield return "Closed by hand: these are the customers who had come by then.";
        }

        if (SteadyStateWords.Of(result) is { } unsteady)
        {
            yield return unsteady;
        }

        if (result.ResponseTime.Batches is { AreDoubtful: true } batches)
        {
            yield return $"The interval of time in shop is too narrow: the {batches.Count} batches of {DisplayFormat.Count(batches.Size)} orders it is made of resemble their neighbours (correlation {batches.Correlation!.Value.ToString("0.00", CultureInfo.InvariantCulture)}). More orders, or --replications, give one to trust.";
        }

        if (Bottleneck(result) is { } bottleneck)
        {
            yield return more?.Result is null ? bottleneck : $"{bottleneck} {OneMore(result, more)}";
        }
    }

    /// <summary>For a run that continued until its interval was narrow enough.</summary>
    public static string OfPrecision(ShopResult result, double wanted) =>
        result.ResponseTime is { Ci: { } ci, Mean: > 0 and var mean } && (ci.High - ci.Low) / 2 / mean is var reached
            ? $"The interval of the mean time in shop is {DisplayFormat.Percent(reached)} to each side{(reached <= wanted ? "" : $" and not {DisplayFormat.Percent(wanted)}")}, after {DisplayFormat.Count(result.Replications)} replications of {DisplayFormat.Count((double)result.Orders.Arrived / result.Replications)} orders."
            : $"There is no interval to narrow{(result.SteadyState.Reached ? "" : " without a steady state")}, so no replications were added to the {DisplayFormat.Count(result.Replications)}.";

    /// <summary>For a comparison: the fastest shop, and a shop that serves more with fewer workers.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ComparedResult> shops)
    {
        foreach (var unsteady in SteadyStateWords.Of([.. shops.Select(shop => shop.Result)]))
        {
            yield return unsteady;
        }

        var known = shops.Where(shop => shop.Result.CapacityPerHour is not null).ToList();
        if (known.Count < 2)
        {
            yield break;
        }

        var fastest = known.MaxBy(shop => shop.Result.CapacityPerHour)!;
        if (fastest.CapacityRatio is > 1)
        {
            yield return $"{fastest.Result.Shop} has the largest capacity: {DisplayFormat.Number(fastest.Result.CapacityPerHour)} orders an hour, {DisplayFormat.Factor(fastest.CapacityRatio)} that of {shops[0].Result.Shop}.";
        }

        // Compares each shop with those that have more workers, the essay's point.
        var surprise = known
            .SelectMany(fewer => known, (fewer, many) => (fewer, many))
            .Where(pair => Workers(pair.fewer) < Workers(pair.many) && pair.fewer.Result.CapacityPerHour > pair.many.Result.CapacityPerHour)
            .OrderBy(pair => Workers(pair.many) - Workers(pair.fewer))
            .Select(pair => $"{pair.fewer.Result.Shop} does with {DisplayFormat.Workers(Workers(pair.fewer))} what {pair.many.Result.Shop} does not with {Workers(pair.many)}: {DisplayFormat.Number(pair.fewer.Result.CapacityPerHour)} an hour against {DisplayFormat.Number(pair.many.Result.CapacityPerHour)}. Structure, not staff.")
            .FirstOrDefault();
        if (surprise is not null)
        {
            yield return surprise;
        }
    }

    /// <summary>A line of a comparison.</summary>
    public static string OneLine(ShopResult result, OneMoreAtBottleneck more) =>
        $"{result.Shop}: one more at {more.Stage.Name} gives {Change(result, more)}.";

    private static string? Bottleneck(ShopResult result)
    {
        if (result.Stages.FirstOrDefault(stage => stage.Name == result.Bottleneck) is not { } stage)
        {
            return null;
        }

        var who = stage.Workers == 1 ? "its one worker is" : $"its {DisplayFormat.Workers(stage.Workers)} are";
        var held = stage.Blocked >= 0.0005 ? $" and held for {DisplayFormat.Percent(stage.Blocked)}" : "";
        return $"{stage.Name} is the bottleneck: {who} busy for {DisplayFormat.Percent(stage.Utilisation)} of the time{held}.";
    }

    private static string OneMore(ShopResult result, OneMoreAtBottleneck more) =>
        $"One more worker there would give {Change(result, more)}.";

    private static string Change(ShopResult result, OneMoreAtBottleneck more)
    {
        var capacity = $"{DisplayFormat.Number(more.Result!.CapacityPerHour)} orders an hour instead of {DisplayFormat.Number(result.CapacityPerHour)} at most";
        return more.TimeInShop is { } time && result.ResponseTime.Mean is { } before
            ? $"{capacity}, and these customers {DisplayFormat.Time(time)} in the shop on average instead of {DisplayFormat.Time(before)}"
            : capacity;
    }

    private static int Workers(ComparedResult shop) => shop.Result.Stages.Sum(stage => stage.Workers);
}
