using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Docs;

/// <summary>Code blocks that follow a link to a file are cut out of it.</summary>
public sealed partial class SnippetsTests
{
    private const string Page = "docs/akka.md";

    [Fact]
    public void Code_on_the_page_about_Akka_is_cut_out_of_the_file_above_it()
    {
        var text = string.Join('\n', Repository.Lines(Page));

        var snippets = Snippet().Matches(text);

        snippets.Count.ShouldBe(text.Split("\n```csharp\n").Length + text.Split("\n```hocon\n").Length - 2, "a block of code without the link to its file above it");
        foreach (Match snippet in snippets)
        {
            var file = Path.GetFullPath(Path.Combine(Repository.Root, "docs", snippet.Groups["file"].Value));
            var lines = File.ReadAllLines(file).Select(line => line.Trim()).ToArray();
            foreach (var piece in snippet.Groups["code"].Value.Split("\n" + ShownOutput.LeftOut + "\n"))
            {
                string[] shown = [.. piece.Split('\n').Select(line => line.Trim())];
                lines.AsSpan().IndexOf(shown).ShouldBeGreaterThanOrEqualTo(0, $"{file} does not contain\n{piece}");
            }
        }
    }

    [GeneratedRegex(@"\]\((?<file>[^)]+)\)\n\n```(csharp|hocon)\n(?<code>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Snippet();
}
