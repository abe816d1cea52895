using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace ActorCafe.Pictures.Styling;

/// <summary>Creates and decorates plots in the colours of a theme.</summary>
internal static class ThemedPlot
{
    private const float TextSize = 14;
    private const float TitleSize = 16;
    private const int Narrower = 4;
    private const int LeftMargin = 54;
    private const int RightMargin = 16;
    private const int AxisWidth = 80;
    private const int LongestName = 300;
    private const int LegendRow = 22;
    private const int LegendLine = 30;
    private const int LegendSymbol = 52;

    /// <param name="width">In pixels: longer titles are wrapped.</param>
    /// <param name="x">The label of the horizontal axis; null: none.</param>
    /// <param name="y">The label of the vertical axis; null: none.</param>
    public static Plot Create(Theme theme, int width, string title, string? x, string? y)
    {
        BundledFont.Use();
        var plot = new Plot();
        plot.FigureBackground.Color = theme.Background;
        plot.DataBackground.Color = theme.Background;
        plot.Axes.Color(theme.Ink);
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        // Room for half of the last tick label.
        plot.Axes.Right.MinimumSize = RightMargin;
        plot.Axes.Left.MinimumSize = LeftMargin;
        plot.Grid.MajorLineColor = theme.Grid;
        plot.Axes.Title.Label.Text = Wrapped(title, width - (2 * RightMargin));
        plot.Axes.Title.FullFigureCenter = true;
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = theme.Ink;
        foreach (var (axis, text) in ((IAxis, string?)[])[(plot.Axes.Bottom, x), (plot.Axes.Left, y)])
        {
            axis.TickLabelStyle.FontSize = TextSize;
            axis.MinorTickStyle.Length = 0;
            if (text is null)
            {
                continue;
            }

            axis.Label.Text = text;
            axis.Label.FontSize = TextSize;
            axis.Label.Bold = false;
        }

        plot.Legend.FontSize = TextSize;
        plot.Legend.FontColor = theme.Ink;
        plot.Legend.BackgroundColor = theme.Background;
        plot.Legend.SymbolWidth = LegendLine;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    /// <summary>Places the legend below the plot, where it covers nothing.</summary>
    public static void LegendBelow(this Plot plot, int width)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        plot.Legend.Margin = new PixelPadding(0);
        plot.Legend.Padding = new PixelPadding(0);
        var panel = plot.ShowLegend(Edge.Bottom);
        panel.Alignment = Alignment.MiddleCenter;
        panel.Padding = new PixelPadding(0);
        // ScottPlot reserves one row and would drop items that do not fit.
        panel.MinimumSize = LegendRow * RowsOf(plot.Legend, width - AxisWidth);
    }

    private static int RowsOf(Legend legend, int width)
    {
        using var paint = Paint.NewDisposablePaint();
        var label = new LabelStyle { FontName = BundledFont.Name, FontSize = TextSize };
        var (rows, room) = (1, width);
        foreach (var item in legend.GetItems())
        {
            var wide = (int)label.Measure(item.LabelText, paint).Width + LegendSymbol;
            if (room < wide)
            {
                (rows, room) = (rows + 1, width);
            }

            room -= wide;
        }

        return rows;
    }

    /// <summary>A name that fits into a row of the legend.</summary>
    public static string LegendName(string name) => Cut(name, LongestName);

    /// <summary>A text that is at most this wide, in pixels: the middle of a longer one is left out, since names of variants differ at the end.</summary>
    public static string Cut(string text, int width)
    {
        using var paint = Paint.NewDisposablePaint();
        var label = new LabelStyle { FontName = BundledFont.Name, FontSize = TextSize };
        var parts = StringInfo.ParseCombiningCharacters(text);
        var shown = text;
        for (var kept = parts.Length - 1; kept > 1 && label.Measure(shown, paint).Width > width; kept--)
        {
            shown = $"{text[..parts[(kept + 1) / 2]]}…{text[parts[parts.Length - (kept / 2)]..]}";
        }

        return shown;
    }

    /// <summary>Adds a legend entry for a line pattern, independent of any series.</summary>
    public static void AddLegendLine(this Plot plot, string text, Color colour, LinePattern pattern) =>
        plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, LineColor = colour, LinePattern = pattern, LineWidth = 1.5f });

    /// <summary>Restricts ticks to whole numbers.</summary>
    public static void UseIntegerTicks(this IAxis axis) => axis.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };

    /// <summary>Labels ticks with these texts.</summary>
    public static void UseTickLabels(this IAxis axis, IEnumerable<(double At, string Text)> ticks)
    {
        var manual = new NumericManual();
        foreach (var (at, text) in ticks)
        {
            manual.AddMajor(at, text);
        }

        axis.TickGenerator = manual;
    }

    /// <summary>Wraps a title into as few lines as possible, of about equal width.</summary>
    private static string Wrapped(string text, int room)
    {
        using var paint = Paint.NewDisposablePaint();
        var label = new LabelStyle { FontName = BundledFont.Name, FontSize = TitleSize };
        double WidthOf(string part) => label.Measure(part, paint).Width;

        // A word without room, such as the settings in the name of a variant, is cut.
        List<(string Text, double Width)> words = [.. text.Split(' ')
            .SelectMany(word => word.Chunk(Math.Max(1, (int)(word.Length * room / Math.Max(room, WidthOf(word))))).Select(part => new string(part)))
            .Select(word => (word, WidthOf(word)))];
        var space = WidthOf("a b") - WidthOf("ab");
        var lines = Lines(words, space, room);
        for (var less = room - Narrower; less > 0 && Lines(words, space, less) is var narrower && narrower.Count == lines.Count && words.TrueForAll(word => word.Width <= less); less -= Narrower)
        {
            lines = narrower;
        }

        return string.Join('\n', lines);
    }

    private static List<string> Lines(IEnumerable<(string Text, double Width)> words, double space, double room)
    {
        var lines = new List<string>();
        var free = 0.0;
        foreach (var (word, width) in words)
        {
            if (lines.Count == 0 || width + space > free)
            {
                lines.Add(word);
                free = room - width;
            }
            else
            {
                lines[^1] += $" {word}";
                free -= space + width;
            }
        }

        return lines;
    }
}

/// <summary>The unit of a time axis.</summary>
/// <param name="Seconds">Its length in seconds.</param>
/// <param name="Name">Its name, in the plural.</param>
internal sealed record TimeUnit(double Seconds, string Name)
{
    /// <summary>The unit that gives readable numbers.</summary>
    public static TimeUnit For(double seconds) => seconds switch
    {
        <= 180 => new(1, "seconds"),
        <= 3 * 3600 => new(60, "minutes"),
        <= 3 * 86_400 => new(3600, "hours"),
        _ => new(86_400, "days"),
    };

    public double In(TimeSpan time) => time.TotalSeconds / Seconds;
}
