using System.Globalization;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>Draws a scene in lines that a terminal of a width has room for. Nothing is told by colour alone.</summary>
/// <param name="shop">The shop's name.</param>
/// <param name="orders">How many orders there will be; null: it is not known.</param>
/// <param name="marks">The signs to draw with.</param>
/// <param name="width">The terminal's width.</param>
internal sealed class ScenePicture(string shop, long? orders, Marks marks, int width)
{
    private const string Legend = "[7] serves order 7, [>7] hands it over, [!7] is held by it, [ ] idle";
    private const int MarginWidth = 4;
    private const int WideEnough = 60;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Grey = new(Color.Grey);

    private readonly List<IRenderable> _lines = [];


    /// <summary>The title, the stages, the dials, what was said, and the keys.</summary>
    public Rows Draw(Scene scene, int selected, string said)
    {
        Add(scene, selected, said);
        return new Rows(_lines);
    }

    /// <summary>Hours, minutes and seconds.</summary>
    public static string Clock(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0}:{time.Minutes:00}:{time.Seconds:00}");

    private void Add(Scene scene, int selected, string said)
    {
        Say($"{Tables.Grid.Short(shop, 24)} {Clock(scene.Moment.Now)} {Pace(scene.Moment)}", Bold);
        Say($"{Human.Count(scene.Served)}{(orders is null ? "" : $" of {Human.Count(orders)}")} served{(scene.Lost == 0 ? "" : $", {Human.Count(scene.Lost)} lost")}, {Human.Count(scene.InShop)} in the shop, {Human.Count(scene.PickUpQueue)} wait for coffee");
        Blank();
        AddStages(scene, selected);
        Blank();
        AddDial("concurrency", scene.Concurrency, scene.Concurrency.Max);
        AddDial("parallelism", scene.Parallelism, scene.Workers);
        Blank();
        Say(said, new Style(Color.Olive));
        Say(Legend, Grey);
        Say(WatchKey.Help, Grey);
    }

    private static string Pace(ShopMoment moment) =>
        moment.IsPaused ? "paused" : moment.Pace is { } pace ? string.Create(CultureInfo.InvariantCulture, $"x {pace:0.####}") : "closing";

    private void AddStages(Scene scene, int selected)
    {
        var nameWidth = Math.Min(scene.Stages.Max(stage => stage.Name.Length), width >= WideEnough ? 16 : 8);
        var room = Math.Max(0, width - MarginWidth - nameWidth - 2);
        var queueWidth = room * 2 / 5;
        var heads = new Line(width);
        heads.Add("".PadRight(MarginWidth + nameWidth + 1));
        heads.Add("queue".PadRight(queueWidth + 1), Grey);
        heads.Add("workers", Grey);
        _lines.Add(heads.Drawn);
        foreach (var (index, stage) in scene.Stages.Index())
        {
            var line = new Line(width);
            var number = index < 9 ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}") : " ";
            line.Add($"{(index == selected ? '>' : ' ')} {number} ");
            line.Add(Tables.Grid.Short(stage.Name, nameWidth).PadRight(nameWidth + 1), index == selected ? Bold : Style.Plain);
            line.Add(Queue(stage.Queue, queueWidth), new Style(Color.Olive));
            line.PadTo(MarginWidth + nameWidth + 1 + queueWidth + 1);
            AddWorkers(line, stage);
            _lines.Add(line.Drawn);
        }
    }

    /// <summary>A cup for each order, as many as there is room for, and their count.</summary>
    private string Queue(int orders, int room)
    {
        if (orders == 0)
        {
            return "";
        }

        var count = Human.Count(orders);
        var cups = Math.Clamp((room - count.Length - 1) / marks.Cup.GetCellWidth(), 0, orders);
        return $"{string.Concat(Enumerable.Repeat(marks.Cup, cups))}{(cups > 0 ? " " : "")}{count}";
    }

    private static void AddWorkers(Line line, StageScene stage)
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

    private static string Left(int workers) => $"+{Human.Count(workers)}";

    private static (string Text, Style Style) Worker(Seat seat)
    {
        var order = seat.Order.ToString(CultureInfo.InvariantCulture);
        return seat.Activity switch
        {
            WorkerActivity.Serving => ($"[{order}]", new Style(Color.Green)),
            WorkerActivity.HandingOver => ($"[>{order}]", new Style(Color.Aqua)),
            WorkerActivity.Blocked or WorkerActivity.Staying => ($"[!{order}]", new Style(Color.Red)),
            _ => ("[ ]", Grey),
        };
    }

    private void AddDial(string name, Dial dial, int scale)
    {
        var figures = $"{Human.Count(dial.Now)}, mean {Human.Number(dial.Mean)}, max {Human.Count(dial.Max)}";
        if (width < WideEnough)
        {
            Say($"{name} {figures}");
        }

        var line = new Line(width);
        if (width >= WideEnough)
        {
            line.Add($"{name} ");
        }

        AddBar(line, dial, scale, width >= WideEnough ? width - 44 : width);
        if (width >= WideEnough)
        {
            line.Add($" {figures}");
        }

        _lines.Add(line.Drawn);
    }

    private void AddBar(Line line, Dial dial, int scale, int length)
    {
        var full = Share(dial.Now, scale, length);
        var mean = dial.Mean is { } value ? Math.Min(Share(value, scale, length), length - 1) : -1;
        var bar = string.Create(length, (full, mean, marks), static (signs, drawn) =>
        {
            for (var i = 0; i < signs.Length; i++)
            {
                signs[i] = i == drawn.mean ? drawn.marks.Mean : i < drawn.full ? drawn.marks.Full : drawn.marks.Empty;
            }
        });
        line.Add(bar, new Style(Color.Olive));
    }

    private static int Share(double level, int scale, int length) =>
        scale == 0 ? 0 : (int)Math.Clamp(Math.Round(level / scale * length), 0, length);

    private void Blank() => Say("");

    private void Say(string sentence, Style? style = null)
    {
        foreach (var text in Sentences.Wrap(sentence, width))
        {
            var line = new Line(width);
            line.Add(text, style);
            _lines.Add(line.Drawn);
        }
    }
}
