using ActorCafe.Cli.Running;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the table of <c>--one-more</c>: a row per stage with one more worker there, and how workers spend their time.</summary>
internal static class OneMoreReport
{
    private const int LongestName = 16;

    public static void Write(IAnsiConsole console, ShopSettings shop, ShopResult result, IReadOnlyList<OneMoreAtStage> more)
    {
        console.WriteLine("one more worker at");
        console.WriteLine();
        console.Write(More(shop, result, more));
        console.WriteLine();
        if (Best(result, more) is { } best)
        {
            console.WriteWrapped(best);
        }

        if (result.Stages.Any(stage => stage.Blocked > 0 || stage.HandOver > 0))
        {
            console.WriteLine();
            console.Write(Time(result));
            console.WriteLine();
        }
    }

    private static MeasureTable More(ShopSettings shop, ShopResult result, IReadOnlyList<OneMoreAtStage> more)
    {
        var level = DisplayFormat.Level(shop.Statistics.Confidence);
        var table = MeasureTable.Of("stage", ["workers", "time in shop\ntheory", "\nsimulated", $"{level} sure\nfrom", "\nto", "capacity\nper hour"]);
        table.Row("(as it is)", ["", "", DisplayFormat.Time(result.ResponseTime.Mean), "", "", DisplayFormat.Number(result.CapacityPerHour)]);
        foreach (var one in more)
        {
            table.Row(
                MeasureTable.Truncate(one.Stage.Name, LongestName),
                [
                    DisplayFormat.Count(one.Stage.Workers + 1),
                    Signed(one.TheoryChange),
                    one.Result is null ? "deadlock" : Signed(one.Change),
                    Signed(one.Ci?.Low),
                    Signed(one.Ci?.High),
                    DisplayFormat.Number(one.Result?.CapacityPerHour),
                ]);
        }

        return table;
    }

    // The stage where capacity grows most need not be the one that saves most time.
    private static string? Best(ShopResult result, IReadOnlyList<OneMoreAtStage> more)
    {
        if (more.Where(one => one.Change < 0).MinBy(one => one.Change) is not { } fastest)
        {
            return null;
        }

        var widest = more.MaxBy(one => one.Result?.CapacityPerHour)!;
        var saved = $"One more at {fastest.Stage.Name} saves most: {DisplayFormat.Time(-fastest.Change)} of each customer's time.";
        return CapacityWords.IsLarger(widest.Result?.Capacity, fastest.Result?.Capacity) && CapacityWords.IsLarger(widest.Result?.Capacity, result.Capacity)
            ? $"{saved} Capacity grows most by one more at {widest.Stage.Name}."
            : saved;
    }

    private static MeasureTable Time(ShopResult result)
    {
        var table = MeasureTable.Of("workers' time", ["working", "blocked:\nnext full", "stays with\nthe order", "handing\nover", "idle"]);
        foreach (var stage in result.Stages)
        {
            var idle = 1 - stage.Utilisation - stage.Blocked - stage.HandOver;
            table.Row(
                MeasureTable.Truncate(stage.Name, LongestName),
                [DisplayFormat.Percent(stage.Utilisation), DisplayFormat.Percent(stage.Blocked - (stage.Staying ?? 0)), DisplayFormat.Percent(stage.Staying ?? 0), DisplayFormat.Percent(stage.HandOver), DisplayFormat.Percent(idle is { } share ? Math.Max(0, share) : null)]);
        }

        return table;
    }

    internal static string Signed(double? seconds) => seconds is > 0 ? $"+{DisplayFormat.Time(seconds)}" : DisplayFormat.Time(seconds);
}
