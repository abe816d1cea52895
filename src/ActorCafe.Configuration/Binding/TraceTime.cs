using System.Globalization;

namespace ActorCafe.Configuration.Binding;

/// <summary>The times of a trace: seconds, or hh:mm:ss from opening, either with a fraction.</summary>
internal static class TraceTime
{
    public const string Remedy = "write seconds such as 90.5, or hh:mm:ss";

    // Beyond a hundred years a slip of the pen is likelier than a patient shop.
    private const decimal MostSeconds = 100m * 366 * 24 * 3600;

    /// <summary>Reads <paramref name="text"/>; a negative time is read too, and left to the caller to refuse.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        var negative = text.StartsWith("-");
        var read = text.Contains(':') ? TryClock(text[(negative ? 1 : 0)..], out var seconds) : TryNumber(text[(negative ? 1 : 0)..], out seconds);
        time = read ? TimeSpan.FromTicks((long)decimal.Round((negative ? -seconds : seconds) * TimeSpan.TicksPerSecond)) : default;
        return read;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out decimal seconds)
    {
        seconds = 0;
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, ':') != 3
            || !TryNumber(text[parts[0]], out var hours) || text[parts[0]].Contains('.')
            || !TryBelow60(text[parts[1]], out var minutes) || text[parts[1]].Contains('.')
            || !TryBelow60(text[parts[2]], out var rest))
        {
            return false;
        }

        seconds = hours * 3600 + minutes * 60 + rest;
        return seconds <= MostSeconds;
    }

    private static bool TryBelow60(ReadOnlySpan<char> text, out decimal number) => TryNumber(text, out number) && number < 60;

    private static bool TryNumber(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= MostSeconds;
}
