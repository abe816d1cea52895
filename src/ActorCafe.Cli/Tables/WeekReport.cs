using System.Globalization;
using ActorCafe.Analysis.Planning;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints the plan of a week.</summary>
internal static class WeekReport
{
    private const int LongestName = 14;

    public static void Write(IAnsiConsole console, PlanRequest request, IReadOnlyList<WeekdayPlan> week)
    {
        console.WriteWrapped($"{request.Shop.Name}: the cheapest staff by weekday and hour for {DisplayFormat.List([.. request.Targets.Select(target => target.Text)])}");
        var found = week.Where(day => day.Plan.Chosen is not null).ToList();
        if (found.Count > 0)
        {
            foreach (var stage in request.Shop.Stages)
            {
                console.WriteLine();
                console.Write(Hours(found, stage.Index, stage.Name));
            }

            console.WriteLine();
            console.Write(Cost(request, found));
            foreach (var target in Enumerable.Range(0, request.Targets.Length))
            {
                console.WriteLine();
                console.Write(Targets(request, found, target));
            }
        }

        console.WriteLine();
        foreach (var sentence in WeekSentences.Of(request, week))
        {
            console.WriteWrapped(sentence);
        }

        if (found.Count > 0)
        {
            PlanHocon.Write(
                console, "To paste into the shop's file, for the weekday:", found.SelectMany(day => PlanHocon.Of(day.Plan).Prepend($"# {WeekSentences.Name(day)}")));
        }
    }

    private static MeasureTable Hours(List<WeekdayPlan> week, int stage, string name)
    {
        var table = MeasureTable.Of(MeasureTable.Truncate(name, LongestName), week.Select(Short));
        foreach (var hour in week.SelectMany(day => day.Plan.Hours!.Open).Distinct().Order())
        {
            table.Row($"{hour} to {hour + 1}", week.Select(day => day.Plan.Hours!.Open.Contains(hour) ? DisplayFormat.Count(day.Plan.Staff[stage].PerHour[hour]) : ""));
        }

        return table;
    }

    private static MeasureTable Cost(PlanRequest request, List<WeekdayPlan> week)
    {
        var table = MeasureTable.Of("cost per day", week.Select(Short));
        foreach (var stage in request.Shop.Stages.Where(_ => request.Shop.Stages.Length > 1))
        {
            table.Row(MeasureTable.Truncate(stage.Name, LongestName), week.Select(day =>
                DisplayFormat.Count(day.Plan.Hours!.Open.Sum(hour => day.Plan.Hours.Length(hour) * day.Plan.Staff[stage.Index].PerHour[hour] * request.CostPerHour[stage.Index]))));
        }

        table.Row("in all", week.Select(day => DisplayFormat.Count(day.CostPerDay)));
        return table;
    }

    private static MeasureTable Targets(PlanRequest request, List<WeekdayPlan> week, int target)
    {
        var level = DisplayFormat.Level(request.Confidence);
        var table = MeasureTable.Of(MeasureTable.Truncate(request.Targets[target].Text, LongestName), ["days", "orders\nper day", "simulated", $"{level} sure\nit is below", "sure it\nis met", "sure for\nother days", "worst\nday"]);
        foreach (var day in week)
        {
            var one = day.Plan.Chosen!.Estimates[target];
            table.Row(
                WeekSentences.Name(day),
                [
                    DisplayFormat.Count(day.Days.Length),
                    DisplayFormat.Count(day.Days.Average(recorded => recorded.Customers.Entries.Length)),
                    PlanSentences.Value(one.Target, one.Measured),
                    PlanSentences.Value(one.Target, one.AtMost),
                    PlanSentences.Sure(one.Confidence),
                    one.OverDaysLikeThese is { } sure ? PlanSentences.Sure(sure) : DisplayFormat.NoData,
                    PlanSentences.Value(one.Target, one.ByDay.Max()),
                ]);
        }

        return table;
    }

    private static string Short(WeekdayPlan day) => day.Weekday is { } weekday ? CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(weekday) : "day";
}
