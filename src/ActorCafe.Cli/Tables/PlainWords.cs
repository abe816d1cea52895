using System.Globalization;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Playing;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tables;

/// <summary>What the figures say, in a sentence.</summary>
internal static class PlainWords
{
    /// <summary>Of a run: how it ended, where there is no steady state, the bottleneck, and what a worker more there would give.</summary>
    public static IEnumerable<string> Of(ShopResult result, OneMoreWorker? more)
    {
        if (result.Interrupted)
        {
            yield return "Closed by hand: these are the customers who had come by then.";
        }

        if (!result.Unstable.IsEmpty)
        {
            yield return $"There is no steady state: more work comes to {Human.And(result.Unstable)} than can be done there, and the queue grows as long as customers come.";
        }

        if (result.ResponseTime.Batches is { AreDoubtful: true } batches)
        {
            yield return $"The interval of time in shop is too narrow: the {batches.Count} batches of {Human.Count(batches.Size)} orders it is made of resemble their neighbours (correlation {batches.Correlation!.Value.ToString("0.00", CultureInfo.InvariantCulture)}). More orders, or --replications, give one to trust.";
        }

        if (Bottleneck(result) is { } bottleneck)
        {
            yield return more?.Result is null ? bottleneck : $"{bottleneck} {OneMore(result, more)}";
        }
    }

    /// <summary>Of a run that went on until its interval was tight.</summary>
    public static string OfPrecision(ShopResult result, double wanted) =>
        result.ResponseTime is { Ci: { } ci, Mean: > 0 and var mean } && (ci.High - ci.Low) / 2 / mean is var reached
            ? $"The interval of the mean time in shop is {Human.Percent(reached)} to each side{(reached <= wanted ? "" : $" and not {Human.Percent(wanted)}")}, after {Human.Count(result.Replications)} replications of {Human.Count((double)result.Orders.Arrived / result.Replications)} orders."
            : "There is no interval to make tight.";

    /// <summary>Of a comparison: the fastest shop, and whether fewer workers do more than many.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Compared> shops)
    {
        var known = shops.Where(shop => shop.Result.CapacityPerHour is not null).ToList();
        if (known.Count < 2)
        {
            yield break;
        }

        var fastest = known.MaxBy(shop => shop.Result.CapacityPerHour)!;
        if (fastest.CapacityRatio is > 1)
        {
            yield return $"{fastest.Result.Shop} has the largest capacity: {Human.Number(fastest.Result.CapacityPerHour)} orders an hour, {Human.Factor(fastest.CapacityRatio)} that of {shops[0].Result.Shop}.";
        }

        // Each shop against those with more workers: the essay's point, where it shows.
        var surprise = known
            .SelectMany(fewer => known, (fewer, many) => (fewer, many))
            .Where(pair => Workers(pair.fewer) < Workers(pair.many) && pair.fewer.Result.CapacityPerHour > pair.many.Result.CapacityPerHour)
            .OrderBy(pair => Workers(pair.many) - Workers(pair.fewer))
            .Select(pair => $"{pair.fewer.Result.Shop} does with {Human.Workers(Workers(pair.fewer))} what {pair.many.Result.Shop} does not with {Workers(pair.many)}: {Human.Number(pair.fewer.Result.CapacityPerHour)} an hour against {Human.Number(pair.many.Result.CapacityPerHour)}. Structure, not staff.")
            .FirstOrDefault();
        if (surprise is not null)
        {
            yield return surprise;
        }
    }

    /// <summary>A line of a comparison.</summary>
    public static string OneLine(ShopResult result, OneMoreWorker more) =>
        $"{result.Shop}: one more at {more.Stage.Name} gives {Change(result, more)}.";

    private static string? Bottleneck(ShopResult result)
    {
        if (result.Stages.FirstOrDefault(stage => stage.Name == result.Bottleneck) is not { } stage)
        {
            return null;
        }

        var who = stage.Workers == 1 ? "its one worker is" : $"its {Human.Workers(stage.Workers)} are";
        var held = stage.Blocked >= 0.0005 ? $" and held for {Human.Percent(stage.Blocked)}" : "";
        return $"{stage.Name} is the bottleneck: {who} busy for {Human.Percent(stage.Utilisation)} of the time{held}.";
    }

    private static string OneMore(ShopResult result, OneMoreWorker more) =>
        $"One more worker there would give {Change(result, more)}.";

    private static string Change(ShopResult result, OneMoreWorker more)
    {
        var capacity = $"{Human.Number(more.Result!.CapacityPerHour)} orders an hour instead of {Human.Number(result.CapacityPerHour)} at most";
        return more.TimeInShop is { } time && result.ResponseTime.Mean is { } before
            ? $"{capacity}, and these customers {Human.Time(time)} in the shop on average instead of {Human.Time(before)}"
            : capacity;
    }

    private static int Workers(Compared shop) => shop.Result.Stages.Sum(stage => stage.Workers);
}
