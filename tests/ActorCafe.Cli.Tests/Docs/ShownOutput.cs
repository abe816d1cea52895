namespace ActorCafe.Cli.Tests.Docs;

/// <summary>Holds what a page shows against what a command printed.</summary>
internal static class ShownOutput
{
    /// <summary>Stands for any lines that a page leaves out.</summary>
    public const string LeftOut = "...";

    /// <summary>Whether the shown lines are what was printed, the last blanks of a line and of the whole aside.</summary>
    public static bool Is(IReadOnlyList<string> shown, string printed)
    {
        var lines = printed.TrimEnd().Split('\n').Select(line => line.TrimEnd()).ToArray();
        var pieces = Pieces(shown);
        if (!StartsWith(lines, pieces[0]))
        {
            return false;
        }

        // Each piece at the first place it fits: the last one has to be the end.
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
