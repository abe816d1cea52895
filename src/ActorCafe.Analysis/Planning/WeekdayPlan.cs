using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>The staff schedule of a weekday.</summary>
/// <param name="Weekday">The weekday; null for days without a date.</param>
/// <param name="Plan">The plan.</param>
public sealed record WeekdayPlan(DayOfWeek? Weekday, ShopPlan Plan)
{
    /// <summary>The recorded days that the plan rests on.</summary>
    internal ImmutableArray<RecordedDay> Days => Plan.Request.Days;

    /// <summary>What the staff costs from opening to closing; null if none meets the targets.</summary>
    public double? CostPerDay => Plan.Chosen?.CostPerHour * (Plan.Hours!.Closes - Plan.Hours.Opens)?.TotalHours;

    /// <summary>A lower bound of the confidence that all targets are met over other days like these (Bonferroni); null if there are too few days, and for a maximum.</summary>
    public double? OverDaysLikeThese => Plan.Chosen is not { } chosen || chosen.Estimates.Any(one => one.OverDaysLikeThese is null) ? null
        : Staffing.AllMet(chosen.Estimates.Select(one => one.OverDaysLikeThese!.Value));
}
