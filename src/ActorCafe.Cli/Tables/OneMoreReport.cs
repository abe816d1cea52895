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
        var hasTheory = more.Any(one => one.TheoryChange is not null);
        var hasIntervals = more.Any(one => one.Ci is not null);
        string[] OfTheory(params string[] cells) => hasTheory ? cells : [];
        string[] OfIntervals(params string[] cells) => hasIntervals ? cells : [];

        var table = MeasureTable.Of(
            "stage",
            ["workers", .. OfTheory("time in shop\ntheory"), hasTheory ? "\nsimulated" : "time in shop\nsimulated", .. OfIntervals($"{level} sure\nfrom", "\nto"), "capacity\nper hour"]);
        table.Row("(as it is)", ["", .. OfTheory(""), DisplayFormat.Time(result.ResponseTime.Mean), .. OfIntervals("", ""), DisplayFormat.Number(result.CapacityPerHour)]);
        foreach (var one in more)
        {
            table.Row(
                MeasureTable.Truncate(one.Stage.Name, LongestName),
                [
                    DisplayFormat.Count(one.Stage.Workers + 1),
                    .. OfTheory(Signed(one.TheoryChange)),
                    one.Result is null ? "deadlock" : Signed(one.Change),
                    .. OfIntervals(Signed(one.Ci?.Low), Signed(one.Ci?.High)),
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
        var saved = $"One more {PlainWords.WorkerOf(fastest.Stage)} saves most: {DisplayFormat.Time(-fastest.Change)} of each customer's time.";
        return CapacityWords.IsLarger(widest.Result?.Capacity, fastest.Result?.Capacity) && CapacityWords.IsLarger(widest.Result?.Capacity, result.Capacity)
            ? $"{saved} One more {PlainWords.WorkerOf(widest.Stage)} raises capacity most."
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
