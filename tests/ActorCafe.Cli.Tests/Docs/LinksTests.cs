using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Docs;

/// <summary>Links between pages of the repository lead somewhere.</summary>
public sealed partial class LinksTests
{
    private static readonly string[] OtherPages = ["CHANGELOG.md", "CONTRIBUTING.md"];

    [Fact]
    public void Every_link_to_a_file_or_a_heading_leads_there()
    {
        var broken = Repository.Pages.Concat(OtherPages).SelectMany(page => LinksOf(page).Where(link => !Leads(page, link)).Select(link => $"{page}: {link}"));

        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(string.Join('\n', Repository.Lines(page))).Select(link => link.Groups["to"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

    private static bool Leads(string page, string link)
    {
        var (file, heading) = link.Split('#') is [var path, var anchor] ? (path, anchor) : (link, null);
        var target = file.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, file)));
        return Path.Exists(Path.Combine(Repository.Root, target)) && (heading is null || Repository.Lines(target).Any(line => line.StartsWith('#') && Anchor(line) == heading));
    }

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("""(\]\(|src="|srcset=")(?<to>[^)"\s]+)[)"]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
