using System.Collections.Immutable;

namespace ActorCafe.Import.Orders;

/// <summary>Splits orders into days and puts each day in order of time.</summary>
internal static class DaySplit
{
    private static readonly TimeSpan LongestJumpBack = TimeSpan.FromHours(12);

    /// <param name="orders">The orders, in the order of the rows: all with a date, or none.</param>
    /// <param name="arePlainSeconds">Whether times are plain seconds.</param>
    public static ImmutableArray<SalesDay> Of(IReadOnlyList<ImportedOrder> orders, bool arePlainSeconds) =>
    [
        // OrderBy keeps rows of one time in their own order.
        .. AcrossMidnight(orders).GroupBy(order => order.Day).OrderBy(day => day.Key)
            .Select(day => new SalesDay { Date = day.Key, Rows = [.. day.OrderBy(order => order.Time)], IsPlainSeconds = arePlainSeconds }),
    ];

    // Rows without a date that jump back more than 12 hours begin the next day; the clock counts on.
    private static IEnumerable<ImportedOrder> AcrossMidnight(IReadOnlyList<ImportedOrder> orders)
    {
        var (days, above) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var order in orders)
        {
            if (order.Day is not null)
            {
                yield return order;
                continue;
            }

            days += above - (order.Time + days) > LongestJumpBack ? TimeSpan.FromDays(1) : TimeSpan.Zero;
            above = order.Time + days;
            yield return order with { Time = above };
        }
    }
}
