namespace ActorCafe.Cli.Tests.Docs;

/// <summary>A command shown on a page of documentation.</summary>
/// <param name="Page">The page, relative to the root of the repository.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Text">The command, including continuation lines.</param>
/// <param name="Before">The commands above it in the same block, and those above it on the page whose files it may need.</param>
/// <param name="Output">The lines shown as its output; null: none.</param>
internal sealed record DocumentedCommand(string Page, int Line, string Text, IReadOnlyList<string> Before, IReadOnlyList<string>? Output)
{
    private const string Fence = "```";

    private static readonly string[] Programs = ["dotnet ", "actorcafe ", "docker ", "curl ", "alias "];

    // A page is followed from top to bottom, and these write shop files.
    private static readonly string[] Writers = ["actorcafe new ", "actorcafe import "];

    /// <summary>Every command of every page.</summary>
    public static IReadOnlyList<DocumentedCommand> All { get; } = [.. Repository.Pages.SelectMany(page => Of(page, Repository.Lines(page)))];

    /// <summary>
    /// The commands of a page: code blocks without a language that begin with the name of a program. A code block directly after
    /// one is its output.
    /// </summary>
    public static IReadOnlyList<DocumentedCommand> Of(string page, string[] lines)
    {
        var found = new List<DocumentedCommand>();
        var written = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var (first, end) = (at + 1, End(lines, at + 1));
            if (lines[at] == Fence && Programs.Any(lines[first].StartsWith))
            {
                var commands = Split(lines[first..end], first + 1);
                var output = OutputAfter(lines, end);
                if (output is not null && commands.Count > 1)
                {
                    throw new InvalidDataException($"{page}:{first}: a block of several commands has an output: give each a block");
                }

                found.AddRange(commands.Select((command, index) =>
                    new DocumentedCommand(page, command.Line, command.Text, [.. written, .. commands.Take(index).Select(before => before.Text)], output)));
                written.AddRange(commands.Select(command => command.Text).Where(text => Writers.Any(text.StartsWith)));
            }

            at = end;
        }

        return found;
    }

    public override string ToString() => $"{Page}:{Line}: {Text}";

    private static int End(string[] lines, int first)
    {
        var end = Array.IndexOf(lines, Fence, first);
        return end < 0 ? throw new InvalidDataException($"the block that begins at line {first} has no end") : end;
    }

    private static string[]? OutputAfter(string[] lines, int end)
    {
        var next = end + 1;
        while (next < lines.Length && lines[next].Length == 0)
        {
            next++;
        }

        return next + 1 < lines.Length && lines[next] == Fence && !Programs.Any(lines[next + 1].StartsWith)
            ? lines[(next + 1)..End(lines, next + 1)]
            : null;
    }

    /// <summary>One command per line; a line that ends in \ continues on the next.</summary>
    private static List<(int Line, string Text)> Split(string[] block, int line)
    {
        var commands = new List<(int Line, string Text)>();
        var goesOn = false;
        foreach (var (index, text) in block.Index())
        {
            if (goesOn)
            {
                commands[^1] = (commands[^1].Line, $"{commands[^1].Text}\n{text}");
            }
            else
            {
                commands.Add((line + index, text));
            }

            goesOn = text.EndsWith('\\');
        }

        return commands;
    }
}
