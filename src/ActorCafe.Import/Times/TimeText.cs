using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorCafe.Import.Times;

/// <summary>Reads times as tills and spreadsheets write them: a date, a time of day or both, with AM or PM, with a zone.</summary>
internal static partial class TimeText
{
    private const int MostDecimals = 7;

    public static bool TryRead(string text, out WrittenTime time)
    {
        time = default;
        var match = Clock().Match(text);
        if (!match.Success)
        {
            var date = DateText.Read(text);
            time = new(date, null, "");
            return date is not null;
        }

        if (ClockTime(match) is not { } clock)
        {
            return false;
        }

        var before = Joint().Replace(text[..match.Index], "");
        var after = text[(match.Index + match.Length)..].Trim();
        if (before.Length == 0 && after.Length > 0 && DateText.Read(after) is { } dateAfter)
        {
            time = new(dateAfter, clock, "");
            return true;
        }

        var dateBefore = before.Length > 0 ? DateText.Read(before) : null;
        time = new(dateBefore, clock, after);
        // Only a time without a date counts on after midnight.
        return (before.Length == 0 || dateBefore is not null) && (after.Length == 0 || Zone().IsMatch(after)) && (dateBefore is null || clock < TimeSpan.FromDays(1));
    }

    private static TimeSpan? ClockTime(Match match)
    {
        var hours = Number(match.Groups["h"].ValueSpan);
        var minutes = Number(match.Groups["m"].ValueSpan);
        var seconds = match.Groups["s"] is { Success: true } written ? Number(written.ValueSpan) : 0;
        var half = match.Groups["half"];
        if (minutes >= 60 || seconds >= 60)
        {
            return null;
        }

        if (half.Success && hours <= 12)
        {
            hours = (hours % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        return new TimeSpan(hours, minutes, seconds) + Fraction(match.Groups["f"].ValueSpan);
    }

    // More decimals than the clock counts are rounded.
    private static TimeSpan Fraction(ReadOnlySpan<char> decimals)
    {
        var ticks = 0L;
        for (var at = 0; at < MostDecimals; at++)
        {
            ticks = (ticks * 10) + (at < decimals.Length ? decimals[at] - '0' : 0);
        }

        return new(ticks + (decimals.Length > MostDecimals && decimals[MostDecimals] >= '5' ? 1 : 0));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // 8:05, 08:05:30, 08h05, 8:05:30.25, 8:05 PM, 8:05 p.m.; a fraction only of seconds.
    [GeneratedRegex(@"(?<![\d.,:])(?:(?<=\d{8}T)(?<h>\d\d)(?<m>\d\d)(?<s>\d\d)?|(?<h>\d{1,5})(?:[:hH](?<m>\d\d)(?::(?<s>\d\d)(?:[.,](?<f>\d{1,12}))?)?)(?![\d:.,]))(?:\s*(?<half>[aApP])\.?\s?[mM]\b\.?)?(?:\s*[uU]hr\b)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    // What joins a date to a time: spaces, a comma, T, a dash, a word.
    [GeneratedRegex(@"(?:(?<=\d)T|[\s,@-]+(?:at|um|à|a las|alle|ore)?\s*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Joint();

    // Z, +01:00, -0500, UTC, GMT+1, EST, (PST), Europe/Berlin.
    [GeneratedRegex(@"^\(?(?:[A-Za-z]{1,5}|[A-Z][A-Za-z]+/[A-Za-z_/]+)?\s?(?:[+-]\d\d?(?::?\d\d)?)?\)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
