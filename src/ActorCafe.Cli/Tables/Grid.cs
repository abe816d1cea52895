using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>A table of names at the left and measures at the right, with no lines but one under its head.</summary>
internal static class Grid
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

    /// <summary>At most <paramref name="width"/> signs of a name.</summary>
    public static string Short(string name, int width) => name.Length <= width ? name : $"{name[..(width - 1)]}…";

    private static TableColumn Column(string head, Justify alignment, int gap) => new(new Text(head))
    {
        Alignment = alignment,
        NoWrap = true,
        Padding = new Padding(gap, 0, 0, 0),
    };
}
