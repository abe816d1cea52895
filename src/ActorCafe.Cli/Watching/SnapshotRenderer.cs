using System.Globalization;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>Draws a snapshot within the width of a terminal. Colour is never the only carrier of information.</summary>
/// <param name="shop">The shop's name.</param>
/// <param name="orders">The total number of orders; null: unknown.</param>
/// <param name="glyphs">The characters to draw with.</param>
/// <param name="width">The terminal's width.</param>
internal sealed class SnapshotRenderer(string shop, long? orders, Glyphs glyphs, int width)
{
    private const string Legend = "[7] serves order 7, [>7] hands it over, [!7] is held by it, [ ] idle";
    private const int MarginWidth = 4;
    private const int WideEnough = 60;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Grey = new(Color.Grey);

    private readonly List<IRenderable> _lines = [];


    /// <summary>The title, the stages, the gauges, the last message, and the keys.</summary>
    public Rows Draw(ShopSnapshot snapshot, int selected, string said)
    {
        Add(snapshot, selected, said);
        return new Rows(_lines);
    }

    private void Add(ShopSnapshot snapshot, int selected, string said)
    {
        Say($"{Tables.MeasureTable.Truncate(shop, 24)} {DisplayFormat.Clock(snapshot.Moment.Now)} {Pace(snapshot.Moment)}", Bold);
        Say($"{DisplayFormat.Count(snapshot.Served)}{(orders is null ? "" : $" of {DisplayFormat.Count(orders)}")} served{(snapshot.Lost == 0 ? "" : $", {DisplayFormat.Count(snapshot.Lost)} lost")}, {DisplayFormat.Count(snapshot.InShop)} in the shop, {DisplayFormat.Count(snapshot.PickUpQueue)} wait for coffee");
        Blank();
        AddStages(snapshot, selected);
        Blank();
        AddGauge("concurrency", snapshot.Concurrency, snapshot.Concurrency.Max);
        AddGauge("parallelism", snapshot.Parallelism, snapshot.Workers);
        Blank();
        Say(said, new Style(Color.Olive));
        Say(snapshot.HasBreakdowns ? $"{Legend}, [x] broken down" : Legend, Grey);
        Say(WatchKey.Help, Grey);
    }

    private static string Pace(ShopMoment moment) =>
        moment.IsPaused ? "paused" : moment.Pace is { } pace ? string.Create(CultureInfo.InvariantCulture, $"x {pace:0.####}") : "closing";

    private void AddStages(ShopSnapshot snapshot, int selected)
    {
        var nameWidth = Math.Min(snapshot.Stages.Max(stage => stage.Name.Length), width >= WideEnough ? 16 : 8);
        var room = Math.Max(0, width - MarginWidth - nameWidth - 2);
        var queueWidth = room * 2 / 5;
        var heads = new TextLine(width);
        heads.Add("".PadRight(MarginWidth + nameWidth + 1));
        heads.Add("queue".PadRight(queueWidth + 1), Grey);
        heads.Add("workers", Grey);
        _lines.Add(heads.Drawn);
        foreach (var (index, stage) in snapshot.Stages.Index())
        {
            var line = new TextLine(width);
            var number = index < 9 ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}") : " ";
            line.Add($"{(index == selected ? '>' : ' ')} {number} ");
            line.Add(Tables.MeasureTable.Truncate(stage.Name, nameWidth).PadRight(nameWidth + 1), index == selected ? Bold : Style.Plain);
            line.Add(Queue(stage.Queue, queueWidth), new Style(Color.Olive));
            line.PadTo(MarginWidth + nameWidth + 1 + queueWidth + 1);
            AddWorkers(line, stage);
            _lines.Add(line.Drawn);
        }
    }

    /// <summary>A cup per order, as many as fit, and their count.</summary>
    private string Queue(int orders, int room)
    {
        if (orders == 0)
        {
            return "";
        }

        var count = DisplayFormat.Count(orders);
        var cups = Math.Clamp((room - count.Length - 1) / glyphs.Cup.GetCellWidth(), 0, orders);
        return $"{string.Concat(Enumerable.Repeat(glyphs.Cup, cups))}{(cups > 0 ? " " : "")}{count}";
    }

    private static void AddWorkers(TextLine line, StageSnapshot stage)
    {
        for (var i = 0; i < stage.Workers.Length; i++)
        {
            var (text, style) = Worker(stage.Workers[i]);
            var more = stage.Workers.Length - i - 1;
            var rest = more == 0 ? 0 : 1 + Left(more).Length;
            if (text.Length + rest > line.Room)
            {
                line.Add(Left(more + 1));
                return;
            }

            line.Add(text, style);
            line.Add(more > 0 ? " " : "");
        }
    }

    private static string Left(int workers) => $"+{DisplayFormat.Count(workers)}";

    private static (string Text, Style Style) Worker(WorkerSnapshot seat)
    {
        var order = seat.Order.ToString(CultureInfo.InvariantCulture);
        return seat.Activity switch
        {
            WorkerActivity.Serving => ($"[{order}]", new Style(Color.Green)),
            WorkerActivity.HandingOver => ($"[>{order}]", new Style(Color.Aqua)),
            WorkerActivity.Blocked or WorkerActivity.Staying => ($"[!{order}]", new Style(Color.Red)),
            _ when seat.IsDown => ("[x]", new Style(Color.Red)),
            _ => ("[ ]", Grey),
        };
    }

    private void AddGauge(string name, Gauge gauge, int scale)
    {
        var figures = $"{DisplayFormat.Count(gauge.Now)}, mean {DisplayFormat.Number(gauge.Mean)}, max {DisplayFormat.Count(gauge.Max)}";
        if (width < WideEnough)
        {
            Say($"{name} {figures}");
        }

        var line = new TextLine(width);
        if (width >= WideEnough)
        {
            line.Add($"{name} ");
        }

        AddBar(line, gauge, scale, width >= WideEnough ? width - 44 : width);
        if (width >= WideEnough)
        {
            line.Add($" {figures}");
        }

        _lines.Add(line.Drawn);
    }

    private void AddBar(TextLine line, Gauge gauge, int scale, int length)
    {
        var full = Share(gauge.Now, scale, length);
        var mean = gauge.Mean is { } value ? Math.Min(Share(value, scale, length), length - 1) : -1;
        var bar = string.Create(length, (full, mean, glyphs), static (signs, drawn) =>
        {
            for (var i = 0; i < signs.Length; i++)
            {
                signs[i] = i == drawn.mean ? drawn.glyphs.Mean : i < drawn.full ? drawn.glyphs.Full : drawn.glyphs.Empty;
            }
        });
        line.Add(bar, new Style(Color.Olive));
    }

    private static int Share(double level, int scale, int length) =>
        scale == 0 ? 0 : (int)Math.Clamp(Math.Round(level / scale * length), 0, length);

    private void Blank() => Say("");

    private void Say(string sentence, Style? style = null)
    {
        foreach (var text in WordWrap.Wrap(sentence, width))
        {
            var line = new TextLine(width);
            line.Add(text, style);
            _lines.Add(line.Drawn);
        }
    }
}

/// <summary>A line that never exceeds its width.</summary>
/// <param name="room">The width, in cells.</param>
internal sealed class TextLine(int room)
{
    private int _used;

    /// <summary>The cells left.</summary>
    public int Room => room - _used;

    public Paragraph Drawn { get; } = new() { Overflow = Overflow.Crop };

    /// <summary>Adds as much of a text as fits.</summary>
    public void Add(string text, Style? style = null)
    {
        while (text.GetCellWidth() > Room)
        {
            text = text[..^1];
        }

        _used += text.GetCellWidth();
        Drawn.Append(text, style);
    }

    /// <summary>Pads with blanks up to a column.</summary>
    public void PadTo(int column)
    {
        var missing = column - _used;
        if (missing > 0)
        {
            Add(new string(' ', missing));
        }
    }
}
