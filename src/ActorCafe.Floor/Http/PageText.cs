using System.Text.RegularExpressions;

namespace ActorCafe.Floor.Http;

/// <summary>
/// Leaves out what a browser does not need of the page's scripts and styles: comments, indentation, spaces and long names of private members, which are almost half
/// of them. The files keep to what this relies on: every statement ends with a semicolon or a brace, a comment has its own lines, and no regular expression holds a
/// quote or a space. A template may hold templates, which hold no more.
/// </summary>
internal static partial class PageText
{
    public static string Shorten(string name, string text) => Path.GetExtension(name) switch
    {
        ".js" => ShortenNames(Script().Replace(text, found => found.Groups["fixed"].Success ? "let" : found.Groups["kept"].Value)),
        ".css" => Style().Replace(text, "${kept}"),
        _ => text,
    };

    private static string ShortenNames(string script)
    {
        var names = Declared().Matches(script).Select(found => found.Groups["name"].Value).Distinct().Index().ToDictionary(name => name.Item, name => $"#{(char)('a' + (name.Index % 26))}{(name.Index < 26 ? "" : name.Index / 26)}");
        return Private().Replace(script, found => names.GetValueOrDefault(found.Groups["name"].Value, found.Value));
    }

    [GeneratedRegex(
        """
        (?<kept>'(\\.|[^'\\\n])*'|`(\$\{([^`{}]|`[^`]*`)*\}|[^`])*`)
        |/\*\*.*?\*/\s* | ^[ ]*//[^\n]*\n | ^\s+
        |(?<!export[ ])\b(?<fixed>const)\b
        |(?<=[{};,(\[])\n\s*(//[^\n]*\n\s*)*
        |;\s*(?=\})
        |[ ]?(?<kept>=>|[=!]==|[-+]=|&&|\|\||\?\?|[=<>?:,{}()*;])[ ]?
        |[ ](?<kept>[-+/%])[ ](?![-+/])
        """,
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<=[;{}]((static|async|get) )?)#(?<name>\w+)(?=[=;({])", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<=[.;{}]((static|async|get) )?)#(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Private();

    [GeneratedRegex(@"^\s+|\s*(?<kept>[{};])\s*|(?<=[a-z-]:)[ ]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Style();
}
