namespace ActorCafe.Import.Columns;

/// <summary>The unit of plain numbers in a column of durations, which the end of its name says: <c>service (min)</c>.</summary>
internal static class DurationUnit
{
    private static readonly Dictionary<string, decimal> Seconds = new(StringComparer.Ordinal)
    {
        ["s"] = 1,
        ["sec"] = 1,
        ["secs"] = 1,
        ["seconds"] = 1,
        ["sek"] = 1,
        ["sekunden"] = 1,
        ["secondes"] = 1,
        ["segundos"] = 1,
        ["secondi"] = 1,
        ["ms"] = 0.001m,
        ["milliseconds"] = 0.001m,
        ["m"] = 60,
        ["min"] = 60,
        ["mins"] = 60,
        ["minutes"] = 60,
        ["minuten"] = 60,
        ["minutos"] = 60,
        ["minuti"] = 60,
    };

    /// <summary>Seconds per unit; 1 if the name says nothing.</summary>
    public static decimal Of(string name) => Seconds.GetValueOrDefault(LastWord(FoldedText.Of(name)), 1);

    /// <summary>A folded name without its unit.</summary>
    public static string Without(string folded) =>
        LastWord(folded) is var last && Seconds.ContainsKey(last) && last.Length < folded.Length ? folded[..^last.Length].TrimEnd() : folded;

    private static string LastWord(string folded) => folded[(folded.LastIndexOf(' ') + 1)..];
}
