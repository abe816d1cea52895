using System.Collections.Immutable;
using ActorCafe.Import.Orders;

namespace ActorCafe.Import.Fitting;

/// <summary>Whether orders come as a Poisson process with one rate per hour: within the hours, between days, and between days of one weekday.</summary>
public sealed record ArrivalDispersion
{
    private const int Pieces = 6;
    // One order per piece on average, for the chi-square distribution to hold.
    private const int FewestOrders = 6;
    private const int FewestHours = 3;
    // Of counts between days: as many degrees of freedom as three hours have within.
    private const int FewestDegrees = FewestHours * (Pieces - 1);

    private static readonly long Piece = TimeSpan.FromHours(1).Ticks / Pieces;

    /// <summary>
    /// Of counts in ten-minute pieces around the mean of their own hour and day, so that busy and quiet hours do not count as variability; null where fewer than three full
    /// hours have six orders.
    /// </summary>
    public required DispersionIndex? WithinHours { get; init; }

    /// <summary>Of the counts of one hour of the clock on all days; null where there are too few.</summary>
    public required DispersionIndex? BetweenDays { get; init; }

    /// <summary>Of the counts of one hour of the clock on days of one weekday; null where there are too few, or no dates.</summary>
    public required DispersionIndex? BetweenLikeDays { get; init; }

    /// <summary>The same by hour of the clock, from the earliest; hours with too few orders are left out.</summary>
    public required ImmutableArray<HourDispersion> ByHour { get; init; }

    public static ArrivalDispersion Of(IEnumerable<SalesDay> days)
    {
        var hours = days.SelectMany(FullHours).ToArray();
        return new()
        {
            WithinHours = DispersionIndex.Of(Within(hours), FewestDegrees),
            BetweenDays = DispersionIndex.Of(Between(hours.GroupBy(hour => hour.Hour)), FewestDegrees),
            BetweenLikeDays = DispersionIndex.Of(Between(hours.Where(hour => hour.Date is not null).GroupBy(hour => (hour.Hour, hour.Date?.DayOfWeek))), FewestDegrees),
            ByHour =
            [
                .. hours.GroupBy(hour => hour.Hour).OrderBy(hour => hour.Key)
                    .Select(hour => new HourDispersion(hour.Key, DispersionIndex.Of(Within(hour), 1), DispersionIndex.Of(Between([hour]), 1)))
                    .Where(hour => hour.WithinHour is not null || hour.BetweenDays is not null),
            ],
        };
    }

    private static IEnumerable<int[]> Within(IEnumerable<CountedHour> hours) => hours.Select(hour => hour.Counts).Where(counts => counts.Sum() >= FewestOrders);

    private static IEnumerable<int[]> Between(IEnumerable<IEnumerable<CountedHour>> groups) =>
        groups.Select(group => group.Select(hour => hour.Counts.Sum()).ToArray()).Where(counts => counts.Average() >= FewestOrders);

    // In the first and the last hour the shop may have been closed for a part of it.
    private static IEnumerable<CountedHour> FullHours(SalesDay day)
    {
        var first = HourOf(day.First) + 1;
        var hours = new int[Math.Max(0, HourOf(day.Last) - first)][];
        for (var hour = 0; hour < hours.Length; hour++)
        {
            hours[hour] = new int[Pieces];
        }

        foreach (var order in day.Rows)
        {
            if (HourOf(order.Time) - first is var hour && hour >= 0 && hour < hours.Length)
            {
                hours[hour][(int)(order.Time.Ticks / Piece % Pieces)] += order.Quantity;
            }
        }

        return hours.Select((counts, hour) => new CountedHour(first + hour, day.Date, counts));
    }

    private static int HourOf(TimeSpan time) => (int)(time.Ticks / (Piece * Pieces));

    private readonly record struct CountedHour(int Hour, DateOnly? Date, int[] Counts);
}
