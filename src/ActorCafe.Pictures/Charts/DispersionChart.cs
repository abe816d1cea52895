using System.Globalization;
using ActorCafe.Pictures.Sales;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>The variance of orders over their mean, hour by hour, beside what Poisson processes have.</summary>
public static class DispersionChart
{
    private const int Width = 480;
    private const double Aside = 0.17;

    // Where the logarithmic axis ends for counts that do not differ at all.
    private const double Least = 0.05;

    private static readonly double[] Ticks = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128];

    /// <param name="title">What is shown, in a sentence.</param>
    /// <param name="within">The index within each hour.</param>
    /// <param name="between">The index between days, hour by hour; empty if there is one day.</param>
    public static Chart Of(string title, IReadOnlyList<HourIndex> within, IReadOnlyList<HourIndex> between) => new(
        "dispersion",
        title,
        $"Variance of the number of orders over its mean: 1 for Poisson arrivals, of which 95% are in the bars. Circles: ten-minute counts within an hour{(between.Count > 0 ? "; squares: the same hour on different days" : "")}. The scale is logarithmic.",
        $"Within hours: {Words(within)}.{(between.Count > 0 ? $" Between days: {Words(between)}." : "")}",
        (Width, 400))
    {
        Draw = theme => Draw(theme, title, within, between),
    };

    private static string Words(IReadOnlyList<HourIndex> hours) =>
        string.Join(", ", hours.Select(hour => $"{ClockAxis.Name(hour.Hour)} {DisplayFormat.Number(hour.Index)} ({DisplayFormat.Number(hour.Low)} to {DisplayFormat.Number(hour.High)})"));

    private static Plot Draw(Theme theme, string title, IReadOnlyList<HourIndex> within, IReadOnlyList<HourIndex> between)
    {
        var plot = ThemedPlot.Create(theme, Width, title, "hour of the clock", "variance / mean of orders");
        var all = within.Concat(between).ToList();
        var (first, last) = (all.Min(hour => hour.Hour), all.Max(hour => hour.Hour) + 1);
        var one = plot.Add.HorizontalLine(0, 1.5f, theme.Ink, LinePattern.Dashed);
        one.EnableAutoscale = false;
        Series(plot, theme.Of(0), within, between.Count > 0 ? -Aside : 0, MarkerShape.FilledCircle, "within an hour");
        Series(plot, theme.Of(1), between, Aside, MarkerShape.FilledSquare, "between days");
        var (low, high) = (all.Min(hour => Log(Math.Min(hour.Index, hour.Low))), all.Max(hour => Log(Math.Max(hour.Index, hour.High))));
        plot.Axes.SetLimits(first, last, low - 0.3, high + 0.3);
        plot.UseHours(first, last);
        plot.Axes.Left.UseTickLabels(Ticks.Where(tick => Log(tick) >= low - 0.3 && Log(tick) <= high + 0.3).Select(tick => (Log(tick), tick.ToString("0.##", CultureInfo.InvariantCulture))));
        plot.AddLegendLine("Poisson: 1", theme.Ink, LinePattern.Dashed);
        plot.LegendBelow(Width);
        return plot;
    }

    private static void Series(Plot plot, Color colour, IReadOnlyList<HourIndex> hours, double aside, MarkerShape shape, string name)
    {
        foreach (var hour in hours)
        {
            var at = hour.Hour + 0.5 + aside;
            var band = plot.Add.Line(at, Log(hour.Low), at, Log(hour.High));
            band.LineColor = colour.WithAlpha(.3);
            band.LineWidth = 8;
        }

        if (hours.Count > 0)
        {
            var points = plot.Add.ScatterPoints(hours.Select(hour => new Coordinates(hour.Hour + 0.5 + aside, Log(hour.Index))).ToArray(), colour);
            points.MarkerShape = shape;
            points.MarkerSize = 8;
            points.LegendText = name;
        }
    }

    private static double Log(double index) => Math.Log2(Math.Max(Least, index));
}
