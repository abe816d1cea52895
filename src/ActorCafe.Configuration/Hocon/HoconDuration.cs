using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>HOCON durations: a number and a unit, such as <c>45s</c>, <c>1.5m</c>, <c>200 ms</c>, <c>8 hours</c>.</summary>
public static class HoconDuration
{
    private const NumberStyles Decimal = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly Dictionary<string, decimal> TicksPerUnit = new(StringComparer.Ordinal)
    {
        ["ns"] = 0.01m,
        ["nano"] = 0.01m,
        ["nanos"] = 0.01m,
        ["nanosecond"] = 0.01m,
        ["nanoseconds"] = 0.01m,
        ["us"] = 10,
        ["micro"] = 10,
        ["micros"] = 10,
        ["microsecond"] = 10,
        ["microseconds"] = 10,
        ["ms"] = TimeSpan.TicksPerMillisecond,
        ["milli"] = TimeSpan.TicksPerMillisecond,
        ["millis"] = TimeSpan.TicksPerMillisecond,
        ["millisecond"] = TimeSpan.TicksPerMillisecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
        ["s"] = TimeSpan.TicksPerSecond,
        ["second"] = TimeSpan.TicksPerSecond,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["m"] = TimeSpan.TicksPerMinute,
        ["minute"] = TimeSpan.TicksPerMinute,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["h"] = TimeSpan.TicksPerHour,
        ["hour"] = TimeSpan.TicksPerHour,
        ["hours"] = TimeSpan.TicksPerHour,
        ["d"] = TimeSpan.TicksPerDay,
        ["day"] = TimeSpan.TicksPerDay,
        ["days"] = TimeSpan.TicksPerDay,
    };

    /// <summary>Parses a duration. Accepts a sign, which the caller rejects.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The duration, to the nearest tick of 100 ns.</param>
    /// <param name="problem">The problem and its remedy if the text is not a duration.</param>
    public static bool TryParse(string text, out TimeSpan value, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = default;
        problem = string.Empty;
        var trimmed = text.Trim();
        var length = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+').Count();
        var (number, unit) = (trimmed[..length], trimmed[length..].Trim());
        if (!double.TryParse(number, Decimal, CultureInfo.InvariantCulture, out _))
        {
            problem = $"'{text}' is no duration; write a number and a unit, such as 45s, 1.5m or 200ms";
        }
        else if (unit.Length == 0)
        {
            problem = $"{trimmed} has no unit; write {trimmed}s for seconds";
        }
        else if (!TicksPerUnit.TryGetValue(unit, out var ticks))
        {
            problem = $"'{unit}' is no unit of time; write ms, s, m, h or d";
        }
        else if (!decimal.TryParse(number, Decimal, CultureInfo.InvariantCulture, out var amount) || Math.Abs(amount) > long.MaxValue / ticks / 2)
        {
            problem = $"{trimmed} is longer than the clock can count; write less than 5000000d";
        }
        else
        {
            value = new TimeSpan((long)Math.Round(amount * ticks));
            return true;
        }

        return false;
    }
}
