using System.Buffers;
using System.Globalization;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>
/// Times of the shop's clock as people write them: a time of day, <c>hh:mm:ss</c>, or a number of seconds, either with a fraction.
/// <c>8:05</c> is neither: it would be hours and minutes to one reader, minutes and seconds to another.
/// </summary>
internal static class ClockTime
{
    public const string Remedy = "write seconds such as 90.5, or hh:mm:ss";

    public const string NoTime = "is not a time";

    // A time beyond a hundred years is probably mistyped.
    private const long MostHours = 100 * 366 * 24;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Reads a time, 0 or more; returns the problem if <paramref name="text"/> is none, as an error goes on after the text.</summary>
    public static string? Problem(ReadOnlySpan<char> text, out TimeSpan time) =>
        text.Contains(':') ? ProblemOfClock(text, out time) : ProblemOfSeconds(text, out time);

    /// <summary>The way of writing that makes <paramref name="text"/> no time here, as tills and spreadsheets have it; null if it is none of them.</summary>
    public static string? Cause(string text) =>
        !text.Any(char.IsAsciiDigit) ? null
            : text.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant() is [.., 'A' or 'P', 'M'] ? "is a time with AM or PM"
            : text.Count(c => c is '-' or '/') > 1 || text.Count(c => c == '.') > 2 || text.Contains('T', StringComparison.Ordinal) ? "has a date"
            : text.Contains(',', StringComparison.Ordinal) ? "has a decimal comma"
            : null;

    private static string? ProblemOfClock(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text is ['-', .. var positive])
        {
            return ProblemOfClock(positive, out _) ?? "is negative";
        }

        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        var (hours, minutes, seconds) = (0, 0, TimeSpan.Zero);
        if (count is not (2 or 3) || !IsWhole(text[parts[0]], out hours) || !IsWhole(text[parts[1]], out minutes))
        {
            return NoTime;
        }

        if (count == 2)
        {
            return "may be hours and minutes, or minutes and seconds";
        }

        if (ProblemOfSeconds(text[parts[2]], out seconds) is { } problem)
        {
            return problem;
        }

        if (hours > MostHours || minutes >= 60 || seconds.TotalSeconds >= 60)
        {
            return NoTime;
        }

        time = new TimeSpan(hours, minutes, 0) + seconds;
        return null;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>As <see cref="Problem"/>, of seconds alone.</summary>
    public static string? ProblemOfSeconds(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text is ['-', .. var positive])
        {
            return ProblemOfSeconds(positive, out _) ?? "is negative";
        }

        if (text.IsEmpty || text.ContainsAnyExcept(Digits) || text.Count('.') > 1 || text is ".")
        {
            return NoTime;
        }

        var problem = ClockTicks.Count(text, TimeSpan.TicksPerSecond, out var ticks);
        time = new(ticks);
        return problem ?? (time.TotalHours > MostHours ? "is more than a hundred years" : null);
    }
}
