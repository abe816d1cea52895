using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>Plans the staff of each weekday from recorded days.</summary>
public static class WeekPlanner
{
    /// <summary>Plans each weekday that was recorded, from Monday on, by all days of it together; days without a date make one more plan.</summary>
    /// <param name="request">The shop and its targets.</param>
    /// <param name="days">One or more.</param>
    /// <exception cref="OperationCanceledException">The planning was cancelled.</exception>
    internal static async Task<ImmutableArray<WeekdayPlan>> PlanAsync(PlanRequest request, IEnumerable<RecordedDay> days)
    {
        ArgumentNullException.ThrowIfNull(request);
        var weekdays = days.GroupBy(day => day.Date?.DayOfWeek).OrderBy(group => PlaceInWeek(group.Key)).ToList();
        var plans = ImmutableArray.CreateBuilder<WeekdayPlan>();
        foreach (var weekday in weekdays)
        {
            var progress = request.Progress is null ? null : new Part(request.Progress, plans.Count, weekdays.Count);
            plans.Add(new(weekday.Key, await Planner.PlanAsync(request with { Days = [.. weekday], Progress = progress }).ConfigureAwait(false)));
        }

        return plans.ToImmutable();
    }

    /// <summary>The place of a weekday in the week, from 0 for Monday; days without a date come last.</summary>
    public static int PlaceInWeek(DayOfWeek? weekday) => weekday is { } day ? ((int)day + 6) % 7 : 7;

    private sealed class Part(IProgress<double> whole, int done, int parts) : IProgress<double>
    {
        public void Report(double value) => whole.Report((done + value) / parts);
    }
}
