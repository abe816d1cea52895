using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>A table with a column per shop. Columns that do not fit go into a block below.</summary>
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
        List<(string Head, List<string> Cells)> shown = [.. columns.Select(column => (Wrap(column.Head, Math.Clamp(room - 1, NarrowestHead, WidestHead)), column.Cells))];
        for (var next = 0; next < shown.Count;)
        {
            var block = Fitting(shown.Skip(next).Select(column => column.Head.Split('\n').Concat(column.Cells).Max(line => line.Length)), room);
            if (next > 0)
            {
                console.WriteLine();
            }

            console.Write(Block(names, shown.GetRange(next, block)));
            next += block;
        }
    }

    private static Table Block(IReadOnlyList<string> names, List<(string Head, List<string> Cells)> columns)
    {
        var lines = columns.Max(column => Lines(column.Head));
        var table = MeasureTable.Of("", columns.Select(column => new string('\n', lines - Lines(column.Head)) + column.Head));
        for (var row = 0; row < names.Count; row++)
        {
            table.Row(names[row], columns.Select(column => column.Cells[row]));
        }

        return table;
    }

    private static int Lines(string head) => head.Count(sign => sign == '\n') + 1;

    /// <summary>The number of columns that fit, at least one.</summary>
    private static int Fitting(IEnumerable<int> widths, int room)
    {
        var count = 0;
        foreach (var width in widths)
        {
            room -= width + 1;
            if (room < 0 && count > 0)
            {
                break;
            }

            count++;
        }

        return count;
    }

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
