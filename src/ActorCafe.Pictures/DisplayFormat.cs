using System.Globalization;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures;

/// <summary>Formats measures for display; a dash if there is no data.</summary>
public static class DisplayFormat
{
    public const string NoData = "-";

    /// <summary><c>420ms</c>, <c>26.7s</c>, <c>4m 12s</c>, <c>2h 05m</c>, <c>3d 04h</c>.</summary>
    public static string Time(double? seconds)
    {
        if (seconds is not { } s || !double.IsFinite(s))
        {
            return NoData;
        }

        if (s < 0)
        {
            return $"-{Time(-s)}";
        }
        // Each bound is where the rounded value would need the next unit.
        return s switch
        {
            0 => "0s",
            < 0.0005 => "<1ms",
            < 0.9995 => Text($"{s * 1000:F0}ms"),
            < 59.95 => Text($"{s:F1}s"),
            < 3599.5 => Parts(s, 60, "m", 1, "s"),
            < 86_370 => Parts(s, 3600, "h", 60, "m"),
            _ => Parts(s, 86_400, "d", 3600, "h"),
        };
    }

    /// <summary>A time of the shop's clock, to the second: <c>8:05:00</c>.</summary>
    public static string Clock(TimeSpan time) => Text($"{Math.Floor(time.TotalHours):0}:{time.Minutes:00}:{time.Seconds:00}");

    public static string Percent(double? share) =>
        share is { } s && double.IsFinite(s) ? Text($"{s * 100:F1}%") : NoData;

    /// <summary>A share such as the level of an interval, without a decimal that says nothing: <c>95%</c>, <c>99.9%</c>.</summary>
    public static string Level(double share) => Percent(share).Replace(".0%", "%", StringComparison.Ordinal);

    /// <summary>An average count or a rate: three digits, at most two decimals.</summary>
    public static string Number(double? number) => number is not { } n || !double.IsFinite(n)
        ? NoData
        : Math.Abs(n) switch
        {
            < 9.995 => Text($"{n:F2}"),
            < 999.95 => Text($"{n:F1}"),
            _ => Text($"{n:N0}"),
        };

    /// <summary>A count.</summary>
    public static string Count(double? count) => count is { } n && double.IsFinite(n) ? Text($"{n:N0}") : NoData;

    public static string Factor(double? factor) => factor is { } f && double.IsFinite(f) ? Text($"{f:F2}x") : NoData;

    /// <summary><c>4 from 2h 00m, nobody from 3h 00m, again every 24h</c>.</summary>
    public static string Schedule(PoolSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var changes = schedule.Changes.Select(change => $"{(change.Workers == 0 ? "nobody" : Count(change.Workers))} from {Time(change.At.TotalSeconds)}");
        return string.Join(", ", schedule.Period is { } period ? [.. changes, $"again every {Time(period.TotalSeconds)}"] : changes);
    }

    /// <summary><c>one worker</c>, <c>3 workers</c>.</summary>
    public static string Workers(int count) => count == 1 ? "one worker" : Text($"{count:N0} workers");

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    private static string Parts(double seconds, int large, string largeUnit, int small, string smallUnit)
    {
        var smalls = Math.Round(seconds / small);
        var perLarge = large / small;
        return Text($"{Math.Floor(smalls / perLarge):N0}{largeUnit} {smalls % perLarge:00}{smallUnit}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
