using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>A table with names on the left and measures on the right, and one line below its head.</summary>
internal static class MeasureTable
{
    public static Table Of(string corner, IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Minimalist };
        table.AddColumn(Column(corner, Justify.Left, gap: 0));
        foreach (var column in columns)
        {
            table.AddColumn(Column(column, Justify.Right, gap: 1));
        }

        return table;
    }

    public static void Row(this Table table, string name, IEnumerable<string> cells, Style? style = null) =>
        table.AddRow([new Text(name, style), .. cells.Select(cell => new Text(cell, style))]);

    /// <summary>Shortens a name to at most <paramref name="width"/> characters.</summary>
    public static string Truncate(string name, int width) => name.Length <= width ? name : $"{name[..(width - 1)]}…";

    private static TableColumn Column(string head, Justify alignment, int gap) => new(new Text(head))
    {
        Alignment = alignment,
        NoWrap = true,
        Padding = new Padding(gap, 0, 0, 0),
    };
}
