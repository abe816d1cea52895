using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Import.Columns;
using ActorCafe.Import.Orders;
using ActorCafe.Import.Reading;

namespace ActorCafe.Import.Times;

/// <summary>How a sheet writes its times, as the whole column shows, and reads them so.</summary>
internal sealed class TimeConvention
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    // A fraction of a day is exact to about a millisecond.
    private const decimal MillisecondsPerDay = 86_400_000;
    private const decimal MostSeconds = 100m * 366 * 86_400;

    private readonly DateOrderChoice _order;
    private readonly PlainNumbers _numbers;
    private readonly bool _hasNumbers;
    private readonly bool _hasDates;
    private readonly bool _numbersMayBeSeconds;

    private TimeConvention(DateOrderChoice order, NumberRange range, bool hasNumbers, bool hasDates, SheetColumns columns)
    {
        (_order, _hasNumbers, _hasDates) = (order, hasNumbers, hasDates);
        _numbers = range.Kind(columns.IsTrace);
        _numbersMayBeSeconds = columns[ColumnRole.Date] is null;
    }

    /// <summary>Whether times are plain seconds, without a date.</summary>
    public bool IsPlainSeconds => _hasNumbers && _numbers == PlainNumbers.Seconds;

    /// <summary>What was decided, for the user; empty if there was nothing to decide.</summary>
    public IEnumerable<string> Notes => [.. _order.Note is { } note ? [note] : Array.Empty<string>(), .. _hasNumbers ? [NumbersNote] : Array.Empty<string>()];

    private string NumbersNote => _numbers switch
    {
        PlainNumbers.FractionsOfADay => "times are read as fractions of a day",
        PlainNumbers.SerialDays => "times are read as a spreadsheet's numbers of days",
        PlainNumbers.UnixSeconds or PlainNumbers.UnixMilliseconds => "times are read as seconds since 1970, in UTC",
        _ => "times are read as seconds",
    };

    /// <exception cref="InputException">The order of day and month cannot be told.</exception>
    public static TimeConvention Of(InputFile file, SheetOrders sheet, string? dateOrder)
    {
        var order = new DateOrderChoice(file, dateOrder);
        var range = new NumberRange();
        var (clocks, dates) = (0, 0);
        foreach (var row in sheet.Rows)
        {
            if (NumberText.TryRead(row.Time, out var number))
            {
                range.Add(number);
            }
            else if (TimeText.TryRead(row.Time, out var time))
            {
                clocks++;
                dates += order.Add(row.Line, row.Time, time.Date);
            }

            dates += row.Date.Length > 0 ? order.Add(row.Line, row.Date, DateOf(row.Date)) : 0;
        }

        order.Decide();
        var hasNumbers = range.Count > clocks;
        var numbersHaveDates = hasNumbers && range.Kind(sheet.Columns.IsTrace) is not (PlainNumbers.Seconds or PlainNumbers.FractionsOfADay);
        return new(order, range, hasNumbers, dates > 0 || numbersHaveDates, sheet.Columns);
    }

    /// <summary>Reads the time of a row; returns the problem if it has none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="day">The day; null if the sheet has no dates.</param>
    /// <param name="time">The time on that day.</param>
    /// <param name="zone">The time zone that is written with it; empty if none is.</param>
    public string? Problem(SheetOrder row, out DateOnly? day, out TimeSpan time, out string zone)
    {
        (day, time, zone) = (null, TimeSpan.Zero, "");
        var problem = row.Time.Length == 0 ? "no time"
            : NumberText.TryRead(row.Time, out var number) ? ProblemOfNumber(number, out day, out time)
            : ProblemOfText(row.Time, out day, out time, out zone);
        if (problem is null && row.Date.Length > 0)
        {
            day = _order.On(DateOf(row.Date)) ?? day;
            problem = day is null ? "the date cannot be read" : null;
        }

        return problem ?? (_hasDates && day is null ? "no date" : null);
    }

    private string? ProblemOfText(string text, out DateOnly? day, out TimeSpan time, out string zone)
    {
        (day, time, zone) = (null, TimeSpan.Zero, "");
        if (_hasNumbers || !TimeText.TryRead(text, out var written))
        {
            return "the time cannot be read";
        }

        if (written.Clock is not { } clock)
        {
            return "a date without a time of day";
        }

        (day, time, zone) = (_order.On(written.Date), clock, written.Zone);
        return written.Date is not null && day is null ? "the date cannot be read" : null;
    }

    private string? ProblemOfNumber(decimal number, out DateOnly? day, out TimeSpan time)
    {
        (day, time) = (null, TimeSpan.Zero);
        if (!_hasNumbers || number < 0 || (_numbers == PlainNumbers.Seconds && (!_numbersMayBeSeconds || number > MostSeconds)))
        {
            return "the time cannot be read";
        }

        if (_numbers == PlainNumbers.Seconds)
        {
            time = new((long)Math.Round(number * TimeSpan.TicksPerSecond));
            return null;
        }

        if (_numbers == PlainNumbers.FractionsOfADay)
        {
            time = Milliseconds(number * MillisecondsPerDay);
            return null;
        }

        var moment = _numbers switch
        {
            PlainNumbers.SerialDays => SerialZero + Milliseconds(number * MillisecondsPerDay),
            PlainNumbers.UnixSeconds => DateTime.UnixEpoch + Milliseconds(number * 1000),
            _ => DateTime.UnixEpoch + Milliseconds(number),
        };
        (day, time) = (DateOnly.FromDateTime(moment), moment.TimeOfDay);
        return null;
    }

    private static TimeSpan Milliseconds(decimal number) => TimeSpan.FromMilliseconds((long)Math.Round(number));

    // A column of dates may hold a spreadsheet's numbers of days, or a date and a time of midnight.
    private static WrittenDate? DateOf(string text)
    {
        if (TimeText.TryRead(text, out var written))
        {
            return written.Date;
        }

        return NumberText.TryRead(text, out var number) && number is > 0 and < 1_000_000 && SerialZero.AddDays((double)decimal.Truncate(number)) is var day
            ? WrittenDate.Of(day.Year, day.Month, day.Day, DateOrders.YearFirst, isFixed: true) : null;
    }
}
