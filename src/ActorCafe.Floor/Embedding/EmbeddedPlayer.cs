using System.Text;
using System.Text.RegularExpressions;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Http;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Embedding;

/// <summary>The page's player and its logs, as parts of a page that needs no server.</summary>
/// <param name="Markup">A section, as well-formed XML; hidden until the script has started.</param>
/// <param name="Style">The style sheet, for nothing but the section.</param>
/// <param name="Script">The script: a module.</param>
public sealed partial record EmbeddedPlayer(string Markup, string Style, string Script)
{
    private const string Name = "floor";

    /// <summary>The most facts that a page holds, of all its shops.</summary>
    public const int MostFacts = FactLog.Most;

    private static readonly string TheScript = PageText.Shorten("report.js", ScriptBundle.Of("report.js", file => PageText.WithoutComments(file, PageFile.TextOf(file))));

    // Both fit in one rule, because rules can be nested.
    private static readonly string TheStyle = $".{Name}{{{Everything().Replace(TextOf("floor.css"), "&")}}}\n";

    /// <summary>The player of these runs; null if they have too many facts for a page.</summary>
    public static EmbeddedPlayer? Of(IReadOnlyList<RecordedPlay> plays)
    {
        ArgumentNullException.ThrowIfNull(plays);
        return plays.Any(play => play.Log.IsOverfull) || plays.Sum(play => play.Log.Facts.Count) > MostFacts ? null : new(Section(plays), TheStyle, TheScript);
    }

    private static string Section(IReadOnlyList<RecordedPlay> plays)
    {
        var page = TextOf("index.html");
        var section = new StringBuilder($"<section class=\"{Name}\" id=\"{Name}\" aria-label=\"The floor\" tabindex=\"-1\" hidden=\"hidden\">\n");
        foreach (var part in (Regex[])[Patterns(), HelpButton(), Main(), Help()])
        {
            section.Append(part.Match(page).Groups["part"].ValueSpan.Trim()).Append('\n');
        }

        foreach (var play in plays)
        {
            section.Append($"<script type=\"text/plain\" class=\"log\">{Convert.ToBase64String(play.Gzip())}</script>\n");
        }

        return section.Append("</section>\n").ToString();
    }

    private static string TextOf(string file) => Encoding.UTF8.GetString(PageFile.Find(file)!.Content);

    [GeneratedRegex("(?<part><svg class=\"defs\".*?</svg>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Patterns();

    [GeneratedRegex("(?<part><button id=\"keys\".*?</button>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex HelpButton();

    [GeneratedRegex("<main>(?<part>.*)</main>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Main();

    [GeneratedRegex("(?<part><dialog id=\"help\".*?</dialog>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Help();

    [GeneratedRegex(@"(?<=^|[{}])(:root|body)(?=\s*\{)")]
    private static partial Regex Everything();
}

/// <summary>A recorded run of a shop.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Result">The measures of the run that the log is of.</param>
/// <param name="Log">What happened.</param>
public sealed record RecordedPlay(ShopSettings Shop, ShopResult Result, FactLog Log)
{
    internal byte[] Gzip()
    {
        using var json = new MemoryStream();
        PlayJson.Write(json, Shop, Result, Log);
        return Play.Compress(json.GetBuffer().AsSpan(0, (int)json.Length));
    }
}
