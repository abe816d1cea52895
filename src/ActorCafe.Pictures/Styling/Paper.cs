using ScottPlot;
using ScottPlot.TickGenerators;

namespace ActorCafe.Pictures.Styling;

/// <summary>An empty plot in a theme's colours.</summary>
internal static class Paper
{
    private const float TextSize = 14;
    private const float TitleSize = 16;
    private const int PixelsPerCharacter = 8;
    private const int LeftMargin = 54;
    private const int RightMargin = 16;
    private const int AxisWidth = 80;
    private const int LegendRow = 22;
    private const int LegendLine = 30;
    private const int LegendSymbol = 52;

    /// <param name="width">In pixels: a longer title goes on in the next line.</param>
    /// <param name="x">What the axis below says; null: nothing.</param>
    /// <param name="y">What the axis at the left says; null: nothing.</param>
    public static Plot Of(Theme theme, int width, string title, string? x, string? y)
    {
        BundledFont.Use();
        var plot = new Plot();
        plot.FigureBackground.Color = theme.Background;
        plot.DataBackground.Color = theme.Background;
        plot.Axes.Color(theme.Ink);
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        // Room for half of the last number below.
        plot.Axes.Right.MinimumSize = RightMargin;
        plot.Axes.Left.MinimumSize = LeftMargin;
        plot.Grid.MajorLineColor = theme.Grid;
        plot.Axes.Title.Label.Text = Wrapped(title, width / PixelsPerCharacter);
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

    /// <summary>Puts the legend under the picture, where it covers nothing.</summary>
    public static void LegendBelow(this Plot plot, int width)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        plot.Legend.Margin = new PixelPadding(0);
        plot.Legend.Padding = new PixelPadding(0);
        var panel = plot.ShowLegend(Edge.Bottom);
        panel.Alignment = Alignment.MiddleCenter;
        panel.Padding = new PixelPadding(0);
        // It reckons with one row, and leaves out what does not fit.
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

    /// <summary>Says in the legend what a kind of line means, whatever its colour.</summary>
    public static void Explain(this Plot plot, string text, Color colour, LinePattern pattern) =>
        plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, LineColor = colour, LinePattern = pattern, LineWidth = 1.5f });

    /// <summary>Ticks at whole numbers.</summary>
    public static void WholeNumbers(this IAxis axis) => axis.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };

    /// <summary>Ticks with these words.</summary>
    public static void Words(this IAxis axis, IEnumerable<(double At, string Text)> ticks)
    {
        var manual = new NumericManual();
        foreach (var (at, text) in ticks)
        {
            manual.AddMajor(at, text);
        }

        axis.TickGenerator = manual;
    }

    /// <summary>In as few lines as there have to be, all about as long.</summary>
    private static string Wrapped(string text, int room)
    {
        var lines = Lines(text, room);
        for (var less = room - 1; less > 0 && Lines(text, less) is var shorter && shorter.Count == lines.Count && shorter.TrueForAll(line => line.Length <= less); less--)
        {
            lines = shorter;
        }

        return string.Join('\n', lines);
    }

    private static List<string> Lines(string text, int room)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= room)
            {
                lines.Add("");
            }

            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }
}
