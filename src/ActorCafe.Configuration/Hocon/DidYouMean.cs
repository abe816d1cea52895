namespace ActorCafe.Configuration.Hocon;

/// <summary>Finds the word that was probably meant.</summary>
public static class DidYouMean
{
    // Whatever is longer is no mistyped key, and the table of distances would grow with it.
    private const int LongestWord = 100;

    /// <summary>The known word nearest to a mistyped one, at most a third of its letters away; null if none is.</summary>
    public static string? Suggest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        var best = known.Select(candidate => (candidate, distance: Distance(word, candidate)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, (word.Length + 1) / 3) ? best.candidate : null;
    }

    /// <summary>
    /// Letters to insert, delete, replace, or swap with their neighbour (the restricted distance of Damerau, 1964, and
    /// Levenshtein, 1966); upper and lower case are the same letter.
    /// </summary>
    internal static int Distance(string one, string other)
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
            bool Same(int a, int b) => char.ToLowerInvariant(one[a - 1]) == char.ToLowerInvariant(other[b - 1]);

            var cheapest = Math.Min(costs[i - 1, j - 1] + (Same(i, j) ? 0 : 1), Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            return i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j)
                ? Math.Min(cheapest, costs[i - 2, j - 2] + 1)
                : cheapest;
        }
    }
}
