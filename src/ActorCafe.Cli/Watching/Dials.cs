using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>Draws concurrency and parallelism on one scale: as bars, and over the last minutes.</summary>
/// <param name="glyphs">The characters to draw with.</param>
/// <param name="width">The terminal's width.</param>
/// <param name="snapshot">The present.</param>
/// <param name="window">The last minutes.</param>
internal sealed class Dials(Glyphs glyphs, int width, ShopSnapshot snapshot, WatchWindow window)
{
    /// <summary>The width of the names before the bars and the chart.</summary>
    public const int NameWidth = 12;

    private const int WideEnough = 60;
    private const int FigureWidth = 24;
    private const int AgoWidth = 13;

    private static readonly int[] RoundSteps = [1, 2, 5, 10];

    /// <summary>What a full bar and the top of the chart mean.</summary>
    private readonly int _scale = RoundUp(Math.Max(
        Math.Max(snapshot.InProgress, snapshot.Workers),
        window.Cells.Max(cell => cell?.Concurrency ?? 0)));

    /// <summary>The scale of both bars.</summary>
    public IRenderable Scale() =>
        new TextLine(width).PadTo(NameWidth).Add("0", WatchColours.Faint).AddRight(DisplayFormat.Count(_scale), NameWidth + BarWidth, WatchColours.Faint).Drawn;

    /// <summary>A bar each.</summary>
    public IEnumerable<IRenderable> Bars() =>
    [
        Bar("concurrency", snapshot.InProgress, 0, window.SincePools?.Concurrency, ConcurrencyFigures, WatchColours.Waiting),
        Bar("parallelism", snapshot.InService, snapshot.Workers, window.SincePools?.Parallelism, ParallelismFigures, WatchColours.Busy),
    ];

    /// <summary>Concurrency over the last minutes, in one line.</summary>
    public IRenderable Sparkline()
    {
        var line = new TextLine(width).Add("in progress".PadRight(NameWidth));
        var shown = window.Cells.TakeLast(Math.Max(0, width - NameWidth - AgoWidth)).ToList();
        var levels = shown.Select(cell => Level((cell?.Concurrency ?? 0) / _scale));
        return line.Add(string.Concat(levels), WatchColours.Waiting).Add($" {Ago(shown.Count)}", WatchColours.Faint).Drawn;
    }

    /// <summary>Both over the last minutes: what is in service below, what is in progress but not in service above.</summary>
    /// <param name="height">Its height in lines, 4 or more.</param>
    public IEnumerable<IRenderable> Chart(int height)
    {
        yield return new TextLine(width)
            .Add(Ago(window.Cells.Count).PadRight(NameWidth), WatchColours.Faint)
            .Add($"{glyphs.Light} in progress ", WatchColours.Waiting).Add($"{glyphs.Full} in service", WatchColours.Busy).Drawn;
        var lines = height - 1;
        for (var row = 0; row < lines; row++)
        {
            var bottom = lines - 1 - row;
            var line = new TextLine(width);
            var label = row == 0 ? DisplayFormat.Count(_scale) : bottom == 0 ? "0" : "";
            line.AddRight(label, NameWidth - 1, WatchColours.Faint).PadTo(NameWidth);
            foreach (var cell in window.Cells)
            {
                var (busy, all) = cell is null ? (0, 0) : (cell.Parallelism / _scale * lines, cell.Concurrency / _scale * lines);
                var (sign, style) = Cell(busy - bottom, all - bottom, isLowest: bottom == 0);
                line.Add(sign.ToString(), style);
            }

            yield return line.Drawn;
        }
    }

    private string ConcurrencyFigures => $" {DisplayFormat.Count(snapshot.InProgress)}, mean {DisplayFormat.Number(window.SincePools?.Concurrency)}";

    private string ParallelismFigures => $" {DisplayFormat.Count(snapshot.InService)}{(width >= WideEnough ? $" of {DisplayFormat.Count(snapshot.Workers)}" : "")}, mean {DisplayFormat.Number(window.SincePools?.Parallelism)}";

    // The figures have more room than they need, so that the bars keep their length.
    private int BarWidth => Math.Max(1, width - NameWidth - Math.Max(width >= WideEnough ? FigureWidth : 0, Math.Max(ConcurrencyFigures.Length, ParallelismFigures.Length)));

    private string Ago(int cells) => $"last {WatchWindow.Words(cells * window.Step)}";

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static int RoundUp(double level)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, level))));
        return (int)Math.Min(int.MaxValue, RoundSteps.Select(times => times * power).First(step => step >= level));
    }

    private Paragraph Bar(string name, int level, int most, double? mean, string figures, Style style)
    {
        var (full, light) = (Cells(level), Cells(most));
        var mark = mean is { } value ? Math.Min((int)Math.Round(value / _scale * BarWidth), BarWidth - 1) : -1;
        var line = new TextLine(width).Add(name.PadRight(NameWidth));
        for (var at = 0; at < BarWidth; at++)
        {
            line.Add((at == mark ? glyphs.Mean : at < full ? glyphs.Full : at < light ? glyphs.Light : ' ').ToString(), at == mark ? Style.Plain : style);
        }

        return line.Add(figures).Drawn;
    }

    // A level above 0 has a cell.
    private int Cells(double level) => level > 0 ? (int)Math.Clamp(Math.Round(level / _scale * BarWidth), 1, BarWidth) : 0;

    private (char Sign, Style Style) Cell(double busy, double all, bool isLowest)
    {
        const double Half = 0.5;
        return busy >= Half ? (glyphs.Full, WatchColours.Busy)
            : isLowest && busy > 0 ? (Level(busy), WatchColours.Busy)
            : all >= Half || (isLowest && all > 0) ? (glyphs.Light, WatchColours.Waiting)
            : (' ', Style.Plain);
    }

    private char Level(double share) =>
        share <= 0 ? ' ' : glyphs.Levels[(int)Math.Clamp(Math.Ceiling(share * glyphs.Levels.Length) - 1, 0, glyphs.Levels.Length - 1)];
}
