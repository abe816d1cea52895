using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorCafe.Floor.Http;

/// <summary>
/// Leaves out what a browser does not need of the page's scripts and styles: comments, indentation, spaces and long private names, which are two fifths of them. The files keep to what
/// this relies on: every statement ends with a semicolon or a brace, a comment has its own lines, no regular expression holds a quote or a space, and no text has a # after a space or a full stop.
/// </summary>
internal static partial class PageText
{
    public static string Shorten(string name, string text) => Path.GetExtension(name) switch
    {
        ".js" => ShortenNames(Script().Replace(text, "${kept}")),
        ".css" => Style().Replace(text, "${kept}"),
        _ => text,
    };

    /// <summary>Private members have short names: nothing outside their file knows them.</summary>
    private static string ShortenNames(string script)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return PrivateName().Replace(script, name =>
        {
            if (!names.TryGetValue(name.Value, out var shorter))
            {
                var number = names.Count;
                names[name.Value] = shorter = string.Create(CultureInfo.InvariantCulture, $"#{(char)('a' + (number % 26))}{(number < 26 ? "" : number / 26)}");
            }

            return shorter;
        });
    }

    [GeneratedRegex(@"(?<=[.;{}\s])#\w+")]
    private static partial Regex PrivateName();

    [GeneratedRegex(
        """
        (?<kept>'(\\.|[^'\\\n])*'|`[^`]*`)
        |/\*\*.*?\*/\s* | ^[ ]*//[^\n]*\n | ^\s+
        |(?<=[{};,(\[])\n\s*(//[^\n]*\n\s*)*
        |;\s*(?=\})
        |[ ]?(?<kept>=>|[=!]==|[-+]=|&&|\|\||\?\?|[=<>?:,{}()*;])[ ]?
        |[ ](?<kept>[-+/%])[ ](?![-+/])
        """,
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\s+|\s*(?<kept>[{};])\s*|(?<=[a-z-]:)[ ]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Style();
}
