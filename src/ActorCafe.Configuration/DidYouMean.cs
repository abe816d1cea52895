namespace ActorCafe.Configuration;

/// <summary>Suggests the known name that a mistyped one was probably meant to be.</summary>
internal static class DidYouMean
{
    // A longer word is no mistyped name, and the table of distances would grow with it.
    private const int LongestWord = 100;
    private const int MostOptionEdits = 2;

    /// <summary>The nearest of the known names, at most a third of the letters away and regardless of case; null if none is.</summary>
    public static string? Suggest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        var best = known.Select(candidate => (candidate, distance: Distance(word, candidate, ignoreCase: true)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, (word.Length + 1) / 3) ? best.candidate : null;
    }

    /// <summary>The same as a question, <c>did you mean NAME?</c>; null if no name is near.</summary>
    public static string? Ask(string word, IEnumerable<string> known) => Question(Suggest(word, known));

    /// <summary>
    /// As <see cref="Ask"/>, for the words of a command line: at most two edits, fewer than the word has letters, and case counts. Of
    /// words equally near, the first.
    /// </summary>
    public static string? AskForOption(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > LongestWord ? null : Question(known
            .Select(candidate => (candidate, distance: Distance(word, candidate, ignoreCase: false)))
            .Where(pair => pair.distance <= MostOptionEdits && pair.distance < word.TrimStart('-').Length)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault());
    }

    /// <summary>
    /// The number of letters to insert, delete, replace, or swap with a neighbour: the restricted distance of Damerau (1964) and
    /// Levenshtein (1966).
    /// </summary>
    internal static int Distance(string one, string other, bool ignoreCase)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(table, i, j);
            }
        }

        return table[one.Length, other.Length];

        int Cheapest(int[,] costs, int i, int j)
        {
            var cheapest = Math.Min(costs[i - 1, j - 1] + (Same(i, j) ? 0 : 1), Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            return i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j)
                ? Math.Min(cheapest, costs[i - 2, j - 2] + 1)
                : cheapest;
        }

        bool Same(int a, int b) => ignoreCase
            ? char.ToLowerInvariant(one[a - 1]) == char.ToLowerInvariant(other[b - 1])
            : one[a - 1] == other[b - 1];
    }

    private static string? Question(string? name) => name is null ? null : $"did you mean {name}?";
}
