using ActorCafe.Analysis.Planning;

namespace ActorCafe.Cli.Tables;

/// <summary>The plan of a week in sentences.</summary>
internal static class WeekSentences
{
    /// <summary>The weekday's name.</summary>
    public static string Name(WeekdayPlan day) => day.Weekday?.ToString() ?? "no date";

    public static IEnumerable<string> Of(PlanRequest request, IReadOnlyList<WeekdayPlan> week)
    {
        foreach (var day in week.Where(day => day.Plan.Chosen is null))
        {
            foreach (var sentence in PlanSentences.OutOfReach(day.Plan))
            {
                yield return $"{Name(day)}: {sentence}";
            }
        }

        if (week.All(day => day.CostPerDay is not null))
        {
            yield return $"It costs {DisplayFormat.Number(week.Sum(day => day.CostPerDay))} {(week.All(day => day.Weekday is not null) ? "per week" : "in all")}. {DisplayFormat.Count(week.Sum(day => day.Plan.Simulated))} staffings were simulated.";
        }

        if (request.ShortestShift > TimeSpan.Zero)
        {
            yield return $"No shift is shorter than {DisplayFormat.Time(request.ShortestShift.TotalSeconds)}, unless the shop is open for less.";
        }

        yield return "\"Sure\" is for the recorded customers, served again with other service times; \"sure for other days\" goes by how much the recorded days of a weekday differ.";
        var once = week.Where(day => day.Days.Length == 1).ToList();
        if (once.Count > 0)
        {
            yield return $"Only one day was recorded for {DisplayFormat.List([.. once.Select(Name)])}: that is too few to say how another one will go.";
        }

        var unsure = week.Where(day => day.OverDaysLikeThese < request.Confidence).ToList();
        if (unsure.Count > 0)
        {
            yield return $"The recorded days of {DisplayFormat.List([.. unsure.Select(Name)])} differ too much, or are too few, to be {DisplayFormat.Level(request.Confidence)} sure for others.";
        }

        var missing = Enum.GetValues<DayOfWeek>().Where(weekday => week.All(day => day.Weekday != weekday)).OrderBy(weekday => WeekPlanner.PlaceInWeek(weekday)).ToList();
        if (missing.Count is > 0 and < 7)
        {
            yield return $"No day was recorded for {DisplayFormat.List([.. missing.Select(weekday => weekday.ToString())])}: the shop is taken to be closed.";
        }
    }
}
