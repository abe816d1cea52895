using System.Text.RegularExpressions;

namespace ActorCafe.Floor.Http;

/// <summary>
/// Leaves out what a browser does not need of the page's scripts and styles: comments, indentation and spaces, which are two fifths of them. The files keep to what
/// this relies on: every statement ends with a semicolon or a brace, a comment has its own lines, and no regular expression holds a quote or a space. A template may hold templates, which hold no more.
/// </summary>
internal static partial class PageText
{
    public static string Shorten(string name, string text) => Path.GetExtension(name) switch
    {
        ".js" => Script().Replace(text, "${kept}"),
        ".css" => Style().Replace(text, "${kept}"),
        _ => text,
    };

    [GeneratedRegex(
        """
        (?<kept>'(\\.|[^'\\\n])*'|`(\$\{([^`{}]|`[^`]*`)*\}|[^`])*`)
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
