using System.Globalization;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Import.Times;

/// <summary>Reads durations: plain numbers in a unit, <c>0:01:30</c>, <c>90s</c>.</summary>
internal static class DurationText
{
    /// <summary>Reads a duration in seconds; null if the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secondsPerUnit">The unit of plain numbers.</param>
    public static double? Seconds(string text, decimal secondsPerUnit)
    {
        if (NumberText.TryRead(text, out var number))
        {
            return number >= 0 && number < 1_000_000_000 ? (double)(number * secondsPerUnit) : null;
        }

        if (text.Count(c => c == ':') == 2 && TimeText.TryRead(text, out var written))
        {
            return written is { Date: null, Clock: { } clock } ? clock.TotalSeconds : null;
        }

        return HoconDuration.TryParse(text, out var time, out _) && time >= TimeSpan.Zero ? time.TotalSeconds : null;
    }

    /// <summary>Whether the text may be minutes and seconds as well as hours and minutes.</summary>
    public static bool IsAmbiguous(string text) =>
        text.Split(':') is [var first, var second] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
