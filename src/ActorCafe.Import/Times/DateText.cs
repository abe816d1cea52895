using System.Globalization;

namespace ActorCafe.Import.Times;

/// <summary>Reads dates: numbers between <c>-</c>, <c>/</c> or <c>.</c>, with a month's name, and without any separator.</summary>
internal static class DateText
{
    private static readonly char[] Separators = ['-', '/', '.', ',', ' ', '\u00A0', '\u202F'];
    private static readonly string[] Articles = ["de", "del", "of", "the"];
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er"];

    /// <summary>Reads a date; null if the text is none.</summary>
    public static WrittenDate? Read(string text) => Iso(text) ?? Any(text);

    // Most exports write 2024-03-01, which needs no splitting.
    private static WrittenDate? Iso(string text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? WrittenDate.Of(year, month, day, DateOrders.YearFirst, isFixed: true) : null;

    private static WrittenDate? Any(string text)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => !Articles.Contains(word)).Select(WithoutOrdinal).ToArray();
        // The name of a weekday.
        words = words.Length == 4 && char.IsLetter(words[0][0]) ? words[1..] : words.Length == 4 && char.IsLetter(words[3][0]) ? words[..3] : words;
        return words.Length switch
        {
            1 => Compact(words[0]),
            3 => Separated(words, text),
            _ => null,
        };
    }

    private static WrittenDate? Compact(string digits) =>
        digits.Length is not (6 or 8) || !digits.All(char.IsAsciiDigit) ? null
            : digits.Length == 8 ? WrittenDate.Of(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]), DateOrders.YearFirst, isFixed: true)
            : WrittenDate.Of(Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]), DateOrders.DayFirst | DateOrders.MonthFirst | DateOrders.YearFirst);

    private static WrittenDate? Separated(string[] words, string text)
    {
        var named = Array.FindIndex(words, word => char.IsLetter(word[0]));
        if (words.Where((word, at) => at != named).Any(word => word.Length > 4 || !word.All(char.IsAsciiDigit)))
        {
            return null;
        }

        if (named >= 0)
        {
            var month = MonthNames.Month(words[named]);
            return named == 2 || month == 0 ? null
                : named == 0 ? WrittenDate.Of(Number(words[1]), month, Number(words[2]), DateOrders.DayFirst, isFixed: true)
                : words[0].Length == 4 ? WrittenDate.Of(Number(words[0]), month, Number(words[2]), DateOrders.YearFirst, isFixed: true)
                : WrittenDate.Of(Number(words[0]), month, Number(words[2]), DateOrders.DayFirst, isFixed: true);
        }

        return Numbers(Number(words[0]), Number(words[1]), Number(words[2]), words[0].Length, words[2].Length, text);
    }

    private static WrittenDate? Numbers(int first, int second, int third, int firstDigits, int thirdDigits, string text)
    {
        if (firstDigits > 2)
        {
            return WrittenDate.Of(first, second, third, DateOrders.YearFirst, isFixed: true);
        }

        // In a date with full stops, the day comes first.
        if (text.Contains('.', StringComparison.Ordinal) && WrittenDate.Of(first, second, third, DateOrders.DayFirst, isFixed: true) is { } withStops)
        {
            return withStops;
        }

        var yearMayBeFirst = firstDigits == 2 && thirdDigits == 2 && text.Contains('-', StringComparison.Ordinal);
        return WrittenDate.Of(first, second, third, DateOrders.DayFirst | DateOrders.MonthFirst | (yearMayBeFirst ? DateOrders.YearFirst : DateOrders.None));
    }

    private static string WithoutOrdinal(string word) =>
        word.Length > 2 && char.IsAsciiDigit(word[0]) && Ordinals.Contains(word[^2..]) ? word[..^2] : word;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
