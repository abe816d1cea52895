namespace ActorCafe.Configuration.Hocon;

/// <summary>Divides an option's text at separators, but not inside the quotes, lists and objects of its HOCON values.</summary>
internal static class HoconSeparators
{
    private const string Triple = "\"\"\"";

    /// <summary>The parts between commas, without blanks around them; one or more.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<string>();
        var start = 0;
        foreach (var comma in Places(text, ','))
        {
            parts.Add(text[start..comma].Trim());
            start = comma + 1;
        }

        return [.. parts, text[start..].Trim()];
    }

    /// <summary>The position of the first <c>=</c>; null if there is none.</summary>
    public static int? FirstEquals(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Places(text, '=').Select(place => (int?)place).FirstOrDefault();
    }

    private static IEnumerable<int> Places(string text, char sign)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var here = text[at];
            if (here == '"')
            {
                at = EndOfQuotes(text, at);
            }
            else if (here is '[' or '{')
            {
                depth++;
            }
            else if (here is ']' or '}')
            {
                depth--;
            }
            else if (here == sign && depth == 0)
            {
                yield return at;
            }
        }
    }

    /// <summary>The position of the last quote of a quoted text; the end where it is never closed.</summary>
    private static int EndOfQuotes(string text, int start)
    {
        if (text.AsSpan(start).StartsWith(Triple))
        {
            return text.IndexOf(Triple, start + Triple.Length, StringComparison.Ordinal) is >= 0 and var close ? close + Triple.Length - 1 : text.Length;
        }

        var end = start + 1;
        while (end < text.Length && text[end] != '"')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return end;
    }
}
