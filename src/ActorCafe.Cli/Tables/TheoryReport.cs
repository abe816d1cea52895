using ActorCafe.Analysis.Prediction;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What <c>theory</c> tells of a shop: a row per stage, the whole, and why.</summary>
internal static class TheoryReport
{
    private const int LongestName = 16;
    private const int LongestModel = 18;
    private const int NameWidth = 15;

    public static void Write(IAnsiConsole console, ShopPrediction shop)
    {
        console.Say($"{shop.Shop}: what queueing theory says, nothing played");
        console.WriteLine();
        console.Write(Stages(shop));
        console.WriteLine();
        foreach (var (name, text) in Facts(shop))
        {
            var label = Grid.Short(name, NameWidth - 1).PadRight(NameWidth);
            foreach (var line in Sentences.Wrap(text, console.Profile.Width - NameWidth))
            {
                console.WriteLine($"{label}{line}");
                label = new string(' ', NameWidth);
            }
        }
    }

    /// <summary>A time that is an approximation is marked.</summary>
    public static string Time(double? seconds, Exactness exactness) =>
        seconds is not null && exactness == Exactness.Approximate ? $"~{Human.Time(seconds)}" : Human.Time(seconds);

    private static Table Stages(ShopPrediction shop)
    {
        var table = Grid.Of("stage", ["workers", "model", "utilised", "wait\nmean", "wait\np95", "queue\nmean"]);
        foreach (var stage in shop.Stages)
        {
            table.Row(
                Grid.Short(stage.Name, LongestName),
                [
                    Human.Count(stage.Workers),
                    Grid.Short(stage.Model ?? "no formula", LongestModel),
                    Human.Percent(stage.Utilisation),
                    Time(stage.Wait, stage.Exactness),
                    Human.Time(stage.WaitP95),
                    stage.Exactness == Exactness.Approximate ? $"~{Human.Number(stage.QueueLength)}" : Human.Number(stage.QueueLength),
                ],
                stage.Name == shop.Bottleneck ? new Style(Color.Olive) : Style.Plain);
        }

        return table;
    }

    private static IEnumerable<(string Name, string Text)> Facts(ShopPrediction shop)
    {
        yield return ("time in shop", shop.TimeInShop is null ? shop.Why : $"mean {Time(shop.TimeInShop, shop.Exactness)}: {shop.Why}");
        if (shop.Makespan is not null)
        {
            yield return ("makespan", $"{Human.Time(shop.Makespan)} to the last coffee");
        }

        yield return ("capacity", Capacity(shop));
        foreach (var stage in shop.Stages.Where(stage => stage.Why != shop.Why))
        {
            yield return (stage.Name, stage.Why);
            if (stage.Lost is not null)
            {
                yield return ("", $"{Human.Percent(stage.Lost)} of those who come are lost");
            }

            foreach (var rank in stage.ByPriority)
            {
                yield return ("", $"priority {rank.Priority}: waits {Human.Time(rank.Wait)}");
            }
        }

        if (shop.Stages.Any(stage => stage.Exactness == Exactness.Approximate))
        {
            yield return ("~", "an approximation, and not what the long run must give");
        }
    }

    private static string Capacity(ShopPrediction shop) => shop switch
    {
        { CapacityPerHour: null } => "without limit: nothing takes time",
        { CapacityAtMost: { } why } => $"at most {Human.Number(shop.CapacityPerHour)} an hour, by {shop.Bottleneck}; {why}",
        _ => $"{Human.Number(shop.CapacityPerHour)} an hour, when customers never stop coming; {shop.Bottleneck} is the bottleneck",
    };
}
