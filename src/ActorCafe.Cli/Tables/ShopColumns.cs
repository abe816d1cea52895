using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>A table with a column per shop.</summary>
internal static class ShopColumns
{
    private const int WidestHead = 24;
    private const int NarrowestHead = 12;

    /// <param name="console">The console.</param>
    /// <param name="names">The names of the measures.</param>
    /// <param name="columns">The name of each shop and a cell per measure.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<string> names, IReadOnlyList<(string Head, List<string> Cells)> columns)
    {
        var room = console.Profile.Width - names.Max(name => name.Length);
        string[] heads = [.. columns.Select(column => Wrap(column.Head, Math.Clamp(room - 1, NarrowestHead, WidestHead)))];
        var lines = heads.Max(Lines);
        var table = MeasureTable.Of("", heads.Select(head => new string('\n', lines - Lines(head)) + head));
        foreach (var (row, name) in names.Index())
        {
            table.Row(name, columns.Select(column => column.Cells[row]));
        }

        console.Write(table);
    }

    private static int Lines(string head) => head.Count(sign => sign == '\n') + 1;

    /// <summary>Divides a name into lines, after a blank, a comma or a slash where possible.</summary>
    internal static string Wrap(string name, int width)
    {
        var lines = new List<string>();
        var rest = name;
        while (rest.Length > width)
        {
            var cut = rest[width] == ' ' ? width : rest.AsSpan(0, width).LastIndexOfAny(' ', ',', '/') is >= 0 and var place ? place + 1 : width;
            lines.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        return string.Join('\n', [.. lines, rest]);
    }
}
