using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Tables;

/// <summary>
/// A table with names on the left and measures on the right, and one line below its head. Columns that do not fit beside the names go into a block below, so no
/// word is broken.
/// </summary>
internal sealed class MeasureTable : Renderable
{
    private readonly List<string> _heads;
    private readonly List<(string[] Cells, Style? Style)> _rows = [];

    private MeasureTable(IEnumerable<string> heads) => _heads = [.. heads];

    public static MeasureTable Of(string corner, IEnumerable<string> columns) => new([corner, .. columns]);

    public void Row(string name, IEnumerable<string> cells, Style? style = null) => _rows.Add(([name, .. cells], style));

    /// <summary>Shortens a name to at most <paramref name="width"/> characters.</summary>
    public static string Truncate(string name, int width) => name.Length <= width ? name : $"{name[..(width - 1)]}…";

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var room = maxWidth - WidthOf(0);
        for (var first = 1; first < _heads.Count;)
        {
            var end = first + 1;
            for (var left = room - WidthOf(first) - 1; end < _heads.Count && WidthOf(end) < left; end++)
            {
                left -= WidthOf(end) + 1;
            }

            if (first > 1)
            {
                yield return Segment.LineBreak;
            }

            foreach (var segment in new TrimmedLines(Block([0, .. Enumerable.Range(first, end - first)])).Lines(options, maxWidth))
            {
                yield return segment;
            }

            first = end;
        }
    }

    private Table Block(int[] columns)
    {
        var table = new Table { Border = TableBorder.Minimalist };
        // Lines that only heads of other blocks need.
        var empty = _heads[0].Length > 0 ? 0 : columns.Skip(1).Min(column => _heads[column].TakeWhile(sign => sign == '\n').Count());
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column == 0 ? _heads[0] : _heads[column][empty..]))
            {
                Alignment = column == 0 ? Justify.Left : Justify.Right,
                NoWrap = true,
                Padding = new Padding(column == 0 ? 0 : 1, 0, 0, 0),
            });
        }

        foreach (var (cells, style) in _rows)
        {
            table.AddRow(columns.Select(column => new Text(column < cells.Length ? cells[column] : "", style)));
        }

        return table;
    }

    private int WidthOf(int column) =>
        _rows.Select(row => column < row.Cells.Length ? row.Cells[column] : "").Prepend(_heads[column]).SelectMany(text => text.Split('\n')).Max(line => line.Length);
}

/// <summary>Leaves out the blanks at the ends of lines.</summary>
internal sealed class TrimmedLines(IRenderable inner) : Renderable
{
    /// <summary>The segments of all lines, each line with its break.</summary>
    public IEnumerable<Segment> Lines(RenderOptions options, int maxWidth) => Render(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(inner.Render(options, maxWidth)))
        {
            for (var last = line.Count - 1; last >= 0; last--)
            {
                var text = line[last].Text.TrimEnd(' ');
                if (text.Length > 0)
                {
                    line[last] = new Segment(text, line[last].Style);
                    break;
                }

                line.RemoveAt(last);
            }

            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
