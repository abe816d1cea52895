using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>HOCON durations: a number and a unit, such as <c>45s</c>, <c>1.5m</c>, <c>200 ms</c>, <c>8 hours</c>; or several, <c>1h30m</c>.</summary>
internal static class HoconDuration
{
    public const string Remedy = "write a number and a unit, such as 45s, 1.5m or 200ms";

    private const NumberStyles Decimal = NumberStyles.AllowDecimalPoint;

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
            var number = rest[..LengthOf(rest, ofNumber: true)];
            rest = rest[number.Length..];
            var letters = LengthOf(rest, ofNumber: false);
            var unit = rest[..letters].Trim();
            rest = rest[letters..];
            if (!double.TryParse(number, above == decimal.MaxValue ? Decimal | NumberStyles.AllowLeadingSign : Decimal, CultureInfo.InvariantCulture, out _))
            {
                return $"'{text}' is not a duration; {Remedy}";
            }

            if (unit.IsEmpty)
            {
                return above == decimal.MaxValue ? $"{text} has no unit; write {text}s for seconds" : $"{text} ends without a unit; write one, as in 1h30m";
            }

            var ticksPerUnit = TicksPer(unit);
            if (ticksPerUnit == 0)
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

    // A search of the framework's would be compiled anew in each process, for a few characters.
    private static int LengthOf(ReadOnlySpan<char> text, bool ofNumber)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or '+' or '-') == ofNumber)
        {
            length++;
        }

        return length;
    }

    /// <summary>The ticks of a unit; 0 if it is none.</summary>
    private static decimal TicksPer(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01m,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => 0,
    };
}
