using System.Buffers;
using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>HOCON durations: a number and a unit, such as <c>45s</c>, <c>1.5m</c>, <c>200 ms</c>, <c>8 hours</c>; or several, <c>1h30m</c>.</summary>
internal static class HoconDuration
{
    public const string Remedy = "write a number and a unit, such as 45s, 1.5m or 200ms";

    private const NumberStyles Decimal = NumberStyles.AllowDecimalPoint;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.+-");

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

    private static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Units = TicksPerUnit.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Parses a duration. Accepts a sign, which the caller rejects.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The duration.</param>
    /// <param name="problem">The problem and its remedy if the text is not a duration.</param>
    public static bool TryParse(string text, out TimeSpan value, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        problem = Problem(text.Trim(), out var ticks) ?? "";
        value = new(ticks);
        return problem.Length == 0;
    }

    private static string? Problem(string text, out long sum)
    {
        sum = 0;
        var rest = text.AsSpan();
        var above = decimal.MaxValue;
        do
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            digits = digits < 0 ? rest.Length : digits;
            var letters = rest[digits..].IndexOfAny(Digits);
            letters = letters < 0 ? rest.Length - digits : letters;
            var number = rest[..digits];
            var unit = rest.Slice(digits, letters).Trim();
            rest = rest[(digits + letters)..];
            if (!double.TryParse(number, above == decimal.MaxValue ? Decimal | NumberStyles.AllowLeadingSign : Decimal, CultureInfo.InvariantCulture, out _))
            {
                return $"'{text}' is not a duration; {Remedy}";
            }

            if (unit.IsEmpty)
            {
                return above == decimal.MaxValue ? $"{text} has no unit; write {text}s for seconds" : $"{text} ends without a unit; write one, as in 1h30m";
            }

            if (!Units.TryGetValue(unit, out var ticksPerUnit))
            {
                return $"'{unit}' is not a unit of time; write ms, s, m, h or d";
            }

            if (ticksPerUnit >= above)
            {
                return $"'{text}' is not a duration; write the longer units first, each once, as in 1h30m";
            }

            if (ClockTicks.Count(number, ticksPerUnit, out var ticks) is { } problem)
            {
                return $"{text} {problem}; write {(problem == ClockTicks.TooLong ? "less than 5000000d" : "a multiple of 100ns")}";
            }

            above = ticksPerUnit;
            sum += text.StartsWith('-') ? -Math.Abs(ticks) : ticks;
        }
        while (!rest.IsEmpty);
        return null;
    }
}
