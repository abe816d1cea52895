namespace ActorCafe.Cli.Tests.Docs;

/// <summary>Compares the output shown on a page with what a command printed.</summary>
internal static class ShownOutput
{
    /// <summary>Marks omitted lines.</summary>
    public const string LeftOut = "...";

    /// <summary>Whether the shown lines match the output, ignoring trailing blanks.</summary>
    public static bool Is(IReadOnlyList<string> shown, string printed)
    {
        var lines = printed.TrimEnd().Split('\n').Select(line => line.TrimEnd()).ToArray();
        var pieces = Pieces(shown);
        if (!StartsWith(lines, pieces[0]))
        {
            return false;
        }

        // Matches each piece at the first place it fits, and the last one at the end.
        var rest = lines.AsSpan(pieces[0].Length);
        for (var i = 1; i < pieces.Count; i++)
        {
            var at = i == pieces.Count - 1 ? rest.Length - pieces[i].Length : rest.IndexOf(pieces[i]);
            if (at < 0 || !rest[at..].StartsWith(pieces[i]))
            {
                return false;
            }

            rest = rest[(at + pieces[i].Length)..];
        }

        return rest.IsEmpty || shown[^1] == LeftOut;
    }

    private static bool StartsWith(string[] lines, string[] piece) => lines.AsSpan().StartsWith(piece);

    private static List<string[]> Pieces(IReadOnlyList<string> shown)
    {
        List<List<string>> pieces = [[]];
        foreach (var line in shown)
        {
            if (line == LeftOut)
            {
                pieces.Add([]);
            }
            else
            {
                pieces[^1].Add(line.TrimEnd());
            }
        }

        return [.. pieces.Select(piece => piece.ToArray())];
    }
}
