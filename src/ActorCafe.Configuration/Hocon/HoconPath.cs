using System.Globalization;
using System.Text;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Formats paths of keys.</summary>
internal static class HoconPath
{
    /// <summary>The path of nested keys, joined by dots.</summary>
    public static string Of(IEnumerable<string> keys) => string.Join('.', keys.Select(Quote));

    /// <summary>A key, quoted if it could not be read back otherwise.</summary>
    public static string Quote(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsPlain(key) ? key : InQuotes(key);
    }

    /// <summary>A text in double quotes, escaped.</summary>
    public static string InQuotes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // Unquoted, two slashes would begin a comment, and include an include.
    private static bool IsPlain(string key) =>
        key.Length > 0 && key != "include"
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/')
        && !key.Contains("//", StringComparison.Ordinal);
}
