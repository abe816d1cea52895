namespace ActorCafe.Cli.Commands;

/// <summary>Guesses what was meant.</summary>
internal static class Spelling
{
    /// <summary>The known word at most two slips (a letter more, less, wrong, or two swapped) away; null if there is none.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, slips: Slips(word, candidate)))
        .Where(guess => guess.slips <= 2 && guess.slips < word.TrimStart('-').Length)
        .OrderBy(guess => guess.slips)
        .Select(guess => guess.candidate)
        .FirstOrDefault();

    /// <summary>The optimal string alignment distance.</summary>
    internal static int Slips(string a, string b)
    {
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];
    }
}
