namespace ActorCafe.Packages.Tests;

/// <summary>A C# program shown on a page.</summary>
/// <param name="Page">The page, relative to the root of the repository.</param>
/// <param name="Line">The line of its first statement, from 1.</param>
/// <param name="Text">The program.</param>
/// <param name="Output">The lines shown as its output; null: none.</param>
internal sealed record DocumentedProgram(string Page, int Line, string Text, IReadOnlyList<string>? Output)
{
    private const string Fence = "```";

    /// <summary>The programs of the pages for users of the library: code blocks of C#, and below each the code block of what it prints.</summary>
    public static IReadOnlyList<DocumentedProgram> All { get; } = [.. new[] { "README.md", "docs/library.md" }.SelectMany(Of)];

    private static IEnumerable<DocumentedProgram> Of(string page)
    {
        var lines = Repository.Lines(page);
        for (var at = Array.IndexOf(lines, $"{Fence}csharp"); at >= 0; at = Array.IndexOf(lines, $"{Fence}csharp", at + 1))
        {
            var end = Array.IndexOf(lines, Fence, at);
            var hasOutput = lines.Length > end + 2 && lines[end + 2] == Fence;
            yield return new(page, at + 2, string.Join('\n', lines[(at + 1)..end]), hasOutput ? lines[(end + 3)..Array.IndexOf(lines, Fence, end + 3)] : null);
        }
    }
}
