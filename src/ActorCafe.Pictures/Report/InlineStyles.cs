using System.Text;
using System.Text.RegularExpressions;

namespace ActorCafe.Pictures.Report;

/// <summary>Moves the declarations of style attributes into rules, because the page's security policy allows only its style sheet.</summary>
internal static partial class InlineStyles
{
    /// <summary>The page with an attribute in place of each style, and a rule for each different one.</summary>
    public static (string Html, string Rules) ToRules(string html)
    {
        var looks = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new StringBuilder();
        var changed = Style().Replace(html, style =>
        {
            var declarations = style.Groups["declarations"].Value;
            if (looks.TryAdd(declarations, looks.Count))
            {
                rules.Append($"[data-look=\"{looks[declarations]}\"]{{{declarations}}}\n");
            }

            return $" data-look=\"{looks[declarations]}\"";
        });
        return (changed, rules.ToString());
    }

    [GeneratedRegex("(?<=<[a-z]+( class=\"[^\"]*\")?) style=\"(?<declarations>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Style();
}
