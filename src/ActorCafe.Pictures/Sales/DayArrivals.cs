namespace ActorCafe.Pictures.Sales;

/// <summary>The orders of a day, hour by hour.</summary>
/// <param name="Day">The day as it is named on the chart.</param>
/// <param name="Opens">The first hour of the clock.</param>
/// <param name="PerHour">The orders of that hour and of each after it.</param>
public sealed record DayArrivals(string Day, int Opens, IReadOnlyList<double> PerHour)
{
    /// <summary>The hour of the clock after the last.</summary>
    public int Closes => Opens + PerHour.Count;

    /// <summary>The mean over the days that are open in an hour, hour by hour.</summary>
    /// <param name="days">The days, at least one.</param>
    public static DayArrivals Mean(IReadOnlyList<DayArrivals> days)
    {
        var opens = days.Min(day => day.Opens);
        return new("mean", opens, [.. Enumerable.Range(opens, days.Max(day => day.Closes) - opens)
            .Select(hour => days.Where(day => day.Opens <= hour && hour < day.Closes).Select(day => day.PerHour[hour - day.Opens]).DefaultIfEmpty().Average())]);
    }
}
