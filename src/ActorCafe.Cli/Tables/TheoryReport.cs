using ActorCafe.Analysis.Prediction;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the prediction of <c>theory</c>: a row per stage, the whole shop, and the reasons.</summary>
internal static class TheoryReport
{
    private const int LongestName = 16;
    private const int LongestModel = 18;
    private const int NameWidth = 15;

    public static void Write(IAnsiConsole console, ShopPrediction shop)
    {
        console.WriteWrapped($"{shop.Shop}: predicted by queueing theory, nothing simulated");
        console.WriteLine();
        console.Write(Stages(shop));
        console.WriteLine();
        foreach (var (name, text) in Facts(shop))
        {
            var label = MeasureTable.Truncate(name, NameWidth - 1).PadRight(NameWidth);
            foreach (var line in WordWrap.Wrap(text, console.Profile.Width - NameWidth))
            {
                console.WriteLine($"{label}{line}");
                label = new string(' ', NameWidth);
            }
        }
    }

    /// <summary>Marks an approximate time.</summary>
    public static string Time(double? seconds, Exactness exactness) =>
        seconds is not null && exactness == Exactness.Approximate ? $"~{DisplayFormat.Time(seconds)}" : DisplayFormat.Time(seconds);

    private static MeasureTable Stages(ShopPrediction shop)
    {
        var table = MeasureTable.Of("stage", ["workers", "model", "utilised", "wait\nmean", "wait\np95", "queue\nmean"]);
        foreach (var stage in shop.Stages)
        {
            table.Row(
                MeasureTable.Truncate(stage.Name, LongestName),
                [
                    DisplayFormat.Count(stage.Workers),
                    MeasureTable.Truncate(stage.Model ?? "no formula", LongestModel),
                    DisplayFormat.Percent(stage.Utilisation),
                    Time(stage.Wait, stage.Exactness),
                    DisplayFormat.Time(stage.WaitP95),
                    stage.Exactness == Exactness.Approximate ? $"~{DisplayFormat.Number(stage.QueueLength)}" : DisplayFormat.Number(stage.QueueLength),
                ],
                stage.Name == shop.Bottleneck ? new Style(Color.Olive) : Style.Plain);
        }

        return table;
    }

    private static IEnumerable<(string Name, string Text)> Facts(ShopPrediction shop)
    {
        yield return ("time in shop", shop.TimeInShop is null ? shop.Why : $"mean {Time(shop.TimeInShop, shop.Exactness)}: {shop.Why}");
        if (shop.MeanInShop is not null || shop.InShop is not null)
        {
            yield return ("in shop", InShop(shop));
        }

        if (shop.Makespan is not null)
        {
            yield return ("makespan", $"{DisplayFormat.Time(shop.Makespan)} until the last order is served");
        }

        yield return ("capacity", Capacity(shop));
        foreach (var stage in shop.Stages.Where(stage => stage.Why != shop.Why))
        {
            yield return (stage.Name, stage.Why);
            if (stage.Lost is not null)
            {
                yield return ("", $"{DisplayFormat.Percent(stage.Lost)} of the arriving customers are lost");
            }

            if (stage.Down is not null)
            {
                yield return ("", $"each worker is being repaired {DisplayFormat.Percent(stage.Down)} of the time");
            }

            if (stage.Interrupted > 0)
            {
                yield return ("", $"a service is interrupted for {DisplayFormat.Time(stage.Interrupted)} on average");
            }

            foreach (var rank in stage.ByPriority)
            {
                yield return ("", $"priority {rank.Priority}: waits {DisplayFormat.Time(rank.Wait)}{(rank.Response is null ? "" : $", done after {DisplayFormat.Time(rank.Response)}")}");
            }
        }

        if (shop.Stages.Any(stage => stage.Exactness == Exactness.Approximate))
        {
            yield return ("~", "an approximation: the long run may differ");
        }
    }

    private static string InShop(ShopPrediction shop) => shop.InShop is { } number
        ? $"{DisplayFormat.Number(number.Mean)} orders on average; at most {DisplayFormat.Count(number.Quantile(0.5))} half of the time, {DisplayFormat.Count(number.Quantile(0.95))} for 95% of it and {DisplayFormat.Count(number.Quantile(0.99))} for 99%"
        : $"{(shop.Exactness == Exactness.Approximate ? "~" : "")}{DisplayFormat.Number(shop.MeanInShop)} orders on average; no formula for the distribution of their number";

    private static string Capacity(ShopPrediction shop) => shop switch
    {
        { CapacityPerHour: null } => "without limit: nothing takes time",
        { CapacityAtMost: { } why } => $"at most {DisplayFormat.Number(shop.CapacityPerHour)} per hour, by {shop.Bottleneck}; {why}",
        _ => $"{DisplayFormat.Number(shop.CapacityPerHour)} per hour, if customers never stop coming; {shop.Bottleneck} is the bottleneck",
    };
}

/// <summary>Warns about overload before a run.</summary>
internal static class OverloadWarning
{
    /// <summary>Names the overloaded stages; prints nothing if there are none.</summary>
    public static void Warn(IAnsiConsole console, ShopPrediction shop)
    {
        var any = false;
        foreach (var stage in shop.Overloaded)
        {
            console.WriteWrapped($"{shop.Shop} has no steady state: {stage.Overload}. The queue there grows as long as customers come, so no formula gives its wait.");
            any = true;
        }

        if (any)
        {
            console.WriteLine();
        }
    }
}
