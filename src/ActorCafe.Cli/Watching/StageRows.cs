using System.Globalization;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>Draws the stages: their queues, workers and figures.</summary>
/// <param name="glyphs">The characters to draw with.</param>
/// <param name="width">The terminal's width.</param>
/// <param name="nameWidth">The width of the names.</param>
internal sealed class StageRows(Glyphs glyphs, int width, int nameWidth)
{
    private const int MarginWidth = 4;
    private const int WideEnough = 80;
    private const int MostLabels = 60;

    // Busy alone, or busy, held and the most per hour.
    private readonly int _figures = width >= WideEnough ? 3 : 1;
    private readonly int _figureWidth = width >= WideEnough ? 7 : 5;

    private int QueueStart => MarginWidth + nameWidth + 1;

    private int QueueWidth => Math.Max(0, (FiguresStart - QueueStart) * 2 / 5);

    private int WorkersStart => QueueStart + QueueWidth + 1;

    private int FiguresStart => Math.Max(0, width - (_figures * _figureWidth));

    private int WorkersWidth => Math.Max(1, FiguresStart - WorkersStart - 1);

    public IRenderable Head()
    {
        var line = new TextLine(width).PadTo(QueueStart).Add("queue", WatchColours.Faint).PadTo(WorkersStart).Add("workers", WatchColours.Faint);
        return Figures(line, WatchColours.Faint, "busy", "held", "max/h");
    }

    /// <summary>The lines of a stage.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <param name="stage">Its state.</param>
    /// <param name="isSelected">Whether keys change this stage.</param>
    /// <param name="recent">The means of its recent past; null: no time has passed.</param>
    /// <param name="servedPerHour">The orders per hour that it can serve.</param>
    /// <param name="lines">The lines it may have.</param>
    public IEnumerable<IRenderable> Stage(int index, StageSnapshot stage, bool isSelected, RecentMeans? recent, double servedPerHour, int lines)
    {
        var number = index < 9 ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}") : " ";
        var workers = Workers(stage, lines);
        for (var i = 0; i < workers.Count; i++)
        {
            var line = new TextLine(width);
            if (i > 0)
            {
                yield return Append(line.PadTo(WorkersStart), workers[i]).Drawn;
                continue;
            }

            line.Add($"{(isSelected ? '>' : ' ')} {number} ");
            line.Add(MeasureTable.Truncate(stage.Name, nameWidth), isSelected ? WatchColours.Strong : Style.Plain).PadTo(QueueStart);
            line.Add(Queue(stage.Queue), WatchColours.Waiting).PadTo(WorkersStart);
            Append(line, workers[i]);
            yield return Figures(line, Style.Plain, Share(recent?.Busy(index)), Share(recent?.Held(index)), DisplayFormat.Number(servedPerHour));
        }
    }

    /// <summary>The lines that a stage needs to show the order of each worker, or of many workers a sign each.</summary>
    public int LinesFor(StageSnapshot stage) => stage.Workers.Length <= MostLabels
        ? Wrap(stage.Workers.Select(Label), WorkersWidth).Count
        : (stage.Workers.Length + WorkersWidth - 1) / WorkersWidth;

    private static string Share(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:F0}%") : DisplayFormat.NoData;

    private static TextLine Append(TextLine line, List<(string Text, Style Style)> texts)
    {
        foreach (var (text, style) in texts)
        {
            line.Add(text, style);
        }

        return line;
    }

    private Paragraph Figures(TextLine line, Style style, params string[] figures)
    {
        foreach (var (at, figure) in figures.Take(_figures).Index())
        {
            line.AddRight(figure, FiguresStart + ((at + 1) * _figureWidth), style);
        }

        return line.Drawn;
    }

    /// <summary>A sign per order, as many as fit, and their count.</summary>
    private string Queue(int orders)
    {
        if (orders == 0)
        {
            return "";
        }

        var count = DisplayFormat.Count(orders);
        var signs = Math.Clamp(QueueWidth - count.Length - 1, 0, orders);
        return $"{new string(glyphs.Order, signs)}{(signs > 0 ? " " : "")}{count}";
    }

    /// <summary>A label for each worker, else a sign for each, else their number in each state.</summary>
    private List<List<(string Text, Style Style)>> Workers(StageSnapshot stage, int lines)
    {
        var room = WorkersWidth;
        // The shortest label and the blank before it take four cells.
        if (stage.Workers.Length <= ((room + 1L) * lines) / 4 && Wrap(stage.Workers.Select(Label), room) is var labels && labels.Count <= lines)
        {
            return labels;
        }

        return stage.Workers.Length <= room * lines
            ? [.. stage.Workers.Select(Sign).Chunk(room).Select(chunk => chunk.ToList())]
            : [.. Wrap(stage.Workers.CountBy(worker => State(worker).Name).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => ($"{DisplayFormat.Count(state.Value)} {state.Key}", Style.Plain)), room).Take(lines)];
    }

    private static List<List<(string Text, Style Style)>> Wrap(IEnumerable<(string Text, Style Style)> words, int room)
    {
        List<List<(string Text, Style Style)>> lines = [[]];
        var used = 0;
        foreach (var (text, style) in words)
        {
            if (used > 0 && used + 1 + text.Length > room)
            {
                lines.Add([]);
                used = 0;
            }

            lines[^1].Add((used > 0 ? $" {text}" : text, style));
            used += text.Length + (used > 0 ? 1 : 0);
        }

        return lines;
    }

    private static (string Text, Style Style) Label(WorkerSnapshot worker)
    {
        var state = State(worker);
        return ($"[{state.Mark}{(worker.Activity is null ? "" : worker.Order.ToString(CultureInfo.InvariantCulture))}]", state.Colour);
    }

    /// <summary>What a worker does, and how it is drawn: with its order, the mark stands before the number.</summary>
    private static (string Name, string Mark, Style Colour) State(WorkerSnapshot worker) => worker.Activity switch
    {
        WorkerActivity.Serving => ("busy", "", WatchColours.Busy),
        WorkerActivity.HandingOver => ("handing over", ">", WatchColours.HandingOver),
        WorkerActivity.Blocked or WorkerActivity.Staying => ("held", "!", WatchColours.Held),
        _ => worker.IsDown ? ("down", "x", WatchColours.Held) : ("idle", " ", WatchColours.Faint),
    };

    private (string Text, Style Style) Sign(WorkerSnapshot worker) => (glyphs.Worker(worker).ToString(), State(worker).Colour);
}
