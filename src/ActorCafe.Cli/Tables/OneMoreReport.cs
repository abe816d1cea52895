using ActorCafe.Cli.Playing;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>What <c>--one-more</c> tells: a row for each stage with one more worker there, and how workers spend their time.</summary>
internal static class OneMoreReport
{
    private const int LongestName = 16;

    public static void Write(IAnsiConsole console, ShopSettings shop, ShopResult result, IReadOnlyList<OneMoreEach> more)
    {
        console.WriteLine("one more worker at");
        console.WriteLine();
        console.Write(More(shop, result, more));
        console.WriteLine();
        if (Best(more) is { } best)
        {
            console.Say(best);
        }

        if (result.Stages.Any(stage => stage.Blocked > 0 || stage.HandOver > 0))
        {
            console.WriteLine();
            console.Write(Time(result));
            console.WriteLine();
        }
    }

    private static Table More(ShopSettings shop, ShopResult result, IReadOnlyList<OneMoreEach> more)
    {
        var level = Human.Percent(shop.Statistics.Confidence).Replace(".0%", "%", StringComparison.Ordinal);
        var table = Grid.Of("stage", ["workers", "time in shop\ntheory", "\nplayed", $"{level} sure\nfrom", "\nto", "capacity\nan hour"]);
        table.Row("(as it is)", ["", "", Human.Time(result.ResponseTime.Mean), "", "", Human.Number(result.CapacityPerHour)]);
        foreach (var one in more)
        {
            table.Row(
                Grid.Short(one.Stage.Name, LongestName),
                [
                    Human.Count(one.Stage.Workers + 1),
                    Signed(one.TheoryChange),
                    one.Result is null ? "deadlock" : Signed(one.Change),
                    Signed(one.Ci?.Low),
                    Signed(one.Ci?.High),
                    Human.Number(one.Result?.CapacityPerHour),
                ]);
        }

        return table;
    }

    // Where capacity grows is not always where time is saved.
    private static string? Best(IReadOnlyList<OneMoreEach> more)
    {
        if (more.Where(one => one.Change < 0).MinBy(one => one.Change) is not { } fastest)
        {
            return null;
        }

        var widest = more.MaxBy(one => one.Result?.CapacityPerHour)!;
        var saved = $"One more at {fastest.Stage.Name} saves most: {Human.Time(-fastest.Change)} of each customer's time.";
        return widest == fastest ? saved : $"{saved} Capacity grows most by one more at {widest.Stage.Name}.";
    }

    private static Table Time(ShopResult result)
    {
        var table = Grid.Of("workers' time", ["working", "blocked:\nnext full", "stays with\nthe order", "handing\nover", "idle"]);
        foreach (var stage in result.Stages)
        {
            var idle = 1 - stage.Utilisation - stage.Blocked - stage.HandOver;
            table.Row(
                Grid.Short(stage.Name, LongestName),
                [Human.Percent(stage.Utilisation), Human.Percent(stage.Blocked - (stage.Staying ?? 0)), Human.Percent(stage.Staying ?? 0), Human.Percent(stage.HandOver), Human.Percent(idle is { } share ? Math.Max(0, share) : null)]);
        }

        return table;
    }

    internal static string Signed(double? seconds) => seconds is > 0 ? $"+{Human.Time(seconds)}" : Human.Time(seconds);
}
