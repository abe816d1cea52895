namespace ActorCafe.Import.Times;

/// <summary>A date as it is written: its three numbers from left to right, and the orders in which they are a date.</summary>
/// <param name="First">The first number.</param>
/// <param name="Second">The second number.</param>
/// <param name="Third">The third number.</param>
/// <param name="Orders">The orders in which they are a date.</param>
/// <param name="IsFixed">Whether the way of writing leaves one order, as <c>2024-03-01</c> and <c>1 March 2024</c> do.</param>
internal readonly record struct WrittenDate(int First, int Second, int Third, DateOrders Orders, bool IsFixed)
{
    // Two digits of a year: 70 is 1970, 69 is 2069.
    private const int FirstYearOf1900 = 70;

    private static readonly DateOrders[] All = [DateOrders.DayFirst, DateOrders.MonthFirst, DateOrders.YearFirst];

    /// <summary>The date of these numbers, if they are one in any of <paramref name="orders"/>.</summary>
    public static WrittenDate? Of(int first, int second, int third, DateOrders orders, bool isFixed = false)
    {
        var written = new WrittenDate(first, second, third, orders, isFixed);
        var valid = DateOrders.None;
        foreach (var order in All)
        {
            valid |= (orders & order) != 0 && written.In(order) is not null ? order : DateOrders.None;
        }

        return valid == DateOrders.None ? null : written with { Orders = valid };
    }

    /// <summary>The date in one order; null if it is none.</summary>
    public DateOnly? In(DateOrders order)
    {
        var (year, month, day) = order switch
        {
            DateOrders.DayFirst => (Third, Second, First),
            DateOrders.MonthFirst => (Third, First, Second),
            _ => (First, Second, Third),
        };
        year += year >= 100 ? 0 : year >= FirstYearOf1900 ? 1900 : 2000;
        return year is > 1800 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The date in a column whose dates have this order; null if it is none.</summary>
    public DateOnly? InColumn(DateOrders order) => In(IsFixed ? Orders : order);
}
