using ActorCafe.Import.Columns;

namespace ActorCafe.Import.Times;

/// <summary>Months by name or abbreviation, in English, German, French, Spanish and Italian.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    private static readonly string[] Names =
    [
        "january januar janvier enero gennaio jaenner", "february februar fevrier febrero febbraio", "march maerz marz mars marzo mrz",
        "april avril abril aprile", "may mai mayo maggio", "june juni juin junio giugno", "july juli juillet julio luglio",
        "august aout agosto", "september septembre septiembre settembre", "october oktober octobre octubre ottobre",
        "november novembre noviembre", "december dezember decembre diciembre dicembre",
    ];

    // Every beginning of a name that belongs to one month alone.
    private static readonly Dictionary<string, int> Beginnings = Names
        .SelectMany((names, index) => names.Split(' ').SelectMany(name => Enumerable.Range(Shortest, name.Length - Shortest + 1).Select(length => (Text: name[..length], Month: index + 1))))
        .Distinct().GroupBy(pair => pair.Text, pair => pair.Month).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);

    /// <summary>The month from 1; 0 if the word is none.</summary>
    public static int Month(string word) => Beginnings.GetValueOrDefault(FoldedText.Of(word));
}
