using ScottPlot;
using ScottPlot.TickGenerators;

namespace ActorCafe.Pictures.Styling;

/// <summary>An empty plot in a theme's colours.</summary>
internal static class Paper
{
    private const float TextSize = 13;
    private const float TitleSize = 15;
    private const int CharactersPerLine = 58;

    public static Plot Of(Theme theme, string title, string? x, string? y)
    {
        BundledFont.Use();
        var plot = new Plot();
        plot.FigureBackground.Color = theme.Background;
        plot.DataBackground.Color = theme.Background;
        plot.Axes.Color(theme.Ink);
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Grid.MajorLineColor = theme.Grid;
        plot.Axes.Title.Label.Text = Wrapped(title);
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = theme.Ink;
        foreach (var (axis, text) in ((IAxis, string?)[])[(plot.Axes.Bottom, x), (plot.Axes.Left, y)])
        {
            axis.TickLabelStyle.FontSize = TextSize;
            axis.MinorTickStyle.Length = 0;
            if (text is null)
                continue;
            axis.Label.Text = text;
            axis.Label.FontSize = TextSize;
            axis.Label.Bold = false;
        }

        plot.Legend.FontSize = TextSize;
        plot.Legend.FontColor = theme.Ink;
        plot.Legend.BackgroundColor = theme.Background;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    /// <summary>Puts the legend under the picture, where it covers nothing.</summary>
    public static void LegendBelow(this Plot plot)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        var panel = plot.ShowLegend(Edge.Bottom);
        panel.Alignment = Alignment.MiddleCenter;
    }

    /// <summary>Ticks at whole numbers.</summary>
    public static void WholeNumbers(this IAxis axis) => axis.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };

    /// <summary>Ticks with these words.</summary>
    public static void Words(this IAxis axis, IEnumerable<(double At, string Text)> ticks)
    {
        var manual = new NumericManual();
        foreach (var (at, text) in ticks)
            manual.AddMajor(at, text);
        axis.TickGenerator = manual;
    }

    private static string Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= CharactersPerLine)
                lines.Add("");
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return string.Join('\n', lines);
    }
}
