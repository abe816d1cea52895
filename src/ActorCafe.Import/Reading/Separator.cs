namespace ActorCafe.Import.Reading;

/// <summary>The character between columns: the one that splits most of the first lines into the same number of fields.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Name">Its name, in the plural.</param>
/// <param name="IsDeclared">Whether a line <c>sep=;</c> precedes the rows, as spreadsheets write it.</param>
internal sealed record Separator(string Sign, string Name, bool IsDeclared)
{
    private const int Looked = 50;
    // More columns are no better evidence.
    private const int EnoughColumns = 4;

    private static readonly Separator[] Known =
    [
        new(",", "commas", false), new(";", "semicolons", false), new("\t", "tabs", false), new("|", "bars", false),
    ];

    public static Separator Of(TextReader text)
    {
        var lines = new List<string>();
        while (lines.Count < Looked && text.ReadLine() is { } line)
        {
            if (lines.Count == 0 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
                && Known.FirstOrDefault(known => known.Sign == line[4..].TrimEnd('\r')) is { } declared)
            {
                return declared with { IsDeclared = true };
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
        }

        return Known.MaxBy(known => Score(lines, known.Sign[0]))!;
    }

    private static int Score(List<string> lines, char sign)
    {
        var common = lines.Select(line => Fields(line, sign)).Where(fields => fields > 1)
            .CountBy(fields => fields).DefaultIfEmpty().MaxBy(pair => pair.Value * Math.Min(pair.Key, EnoughColumns));
        return common.Value * Math.Min(common.Key, EnoughColumns);
    }

    private static int Fields(string line, char sign)
    {
        var (fields, isQuoted) = (1, false);
        foreach (var c in line)
        {
            isQuoted ^= c == '"';
            fields += c == sign && !isQuoted ? 1 : 0;
        }

        return fields;
    }
}
