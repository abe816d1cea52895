using ActorCafe.Pictures.Sales;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Measured service times beside the distributions fitted to them.</summary>
public static class ServiceTimesChart
{
    private const int Width = 480;
    private const int Height = 400;
    private const int MostBars = 30;
    private const int Points = 200;
    private const int MostSteps = 500;

    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    /// <summary>The times as bars, and the densities.</summary>
    public static Chart Histogram(MeasuredTimes times)
    {
        var title = times.Curves.Count > 1 ? $"Of the fitted distributions, {times.Curves[0].Name} is closest to the measured service times" : $"The measured service times, taken to be {times.Curves[0].Name}";
        var bars = Bars(times);
        return new Chart(
            "service-times",
            title,
            $"Bars: {DisplayFormat.Count(times.Count)} measured times. Solid line: the distribution that the shop file has{(times.Curves.Count > 1 ? "; other lines: the ones that fit worse" : "")}. {times.Goodness}",
            string.Join(", ", bars.Select(bar => $"{DisplayFormat.Time(bar.From)} to {DisplayFormat.Time(bar.To)} {DisplayFormat.Percent(bar.Share)}")) + ".",
            (Width, Height))
        {
            Draw = theme => DrawHistogram(theme, title, times, bars),
        };
    }

    /// <summary>The shares of times up to each length, measured and fitted, and where they are farthest apart.</summary>
    public static Chart Shares(MeasuredTimes times)
    {
        var (at, measured, fitted) = times.LargestDistance();
        var title = $"{DisplayFormat.Percent(measured)} of the times are up to {DisplayFormat.Time(at)}, by {times.Curves[0].Name} {DisplayFormat.Percent(fitted)}: nowhere do they differ more";
        return new Chart(
            "service-time-shares",
            title,
            $"The share of service times up to each length, measured and by the distribution that the shop file has. Bar: their largest distance. {times.Goodness}",
            $"{title}.",
            (Width, Height))
        {
            Draw = theme => DrawShares(theme, title, times),
        };
    }

    private static List<(double From, double To, double Share)> Bars(MeasuredTimes times)
    {
        var count = Math.Clamp((int)Math.Sqrt(times.Seconds.Count), 5, MostBars);
        var width = times.End / count;
        return [.. Enumerable.Range(0, count).Select(bar => (bar * width, (bar + 1) * width, times.Seconds.Count(time => time > bar * width && time <= (bar + 1) * width) / (double)times.Seconds.Count))];
    }

    private static Plot DrawHistogram(Theme theme, string title, MeasuredTimes times, List<(double From, double To, double Share)> bars)
    {
        var unit = TimeUnit.For(times.End);
        var plot = ThemedPlot.Create(theme, Width, title, $"service time, {unit.Name}", "% of times in a bar");
        foreach (var (from, to, share) in bars)
        {
            var bar = plot.Add.Rectangle(from / unit.Seconds, to / unit.Seconds, 0, share * 100);
            bar.FillColor = theme.Muted.WithAlpha(.35);
            bar.LineColor = theme.Background;
            bar.LineWidth = 1;
        }

        var width = bars[0].To - bars[0].From;
        // The chosen one is drawn last, over the others.
        foreach (var (at, curve) in times.Curves.Index().Reverse())
        {
            Line(plot, theme, unit, times, at, time => curve.Density(time) * width * 100);
        }

        plot.Axes.SetLimits(0, times.End / unit.Seconds, 0, bars.Max(bar => bar.Share) * 130);
        plot.LegendBelow(Width);
        return plot;
    }

    private static Plot DrawShares(Theme theme, string title, MeasuredTimes times)
    {
        var unit = TimeUnit.For(times.End);
        var plot = ThemedPlot.Create(theme, Width, title, $"service time, {unit.Name}", "% of times up to it");
        var steps = plot.Add.ScatterLine(Steps(times, unit), theme.Ink);
        steps.LineWidth = 1.5f;
        steps.LegendText = "measured";
        Line(plot, theme, unit, times, 0, time => times.Curves[0].Share(time) * 100);
        var (at, measured, fitted) = times.LargestDistance();
        var distance = plot.Add.Line(at / unit.Seconds, measured * 100, at / unit.Seconds, fitted * 100);
        distance.LineColor = theme.Of(1);
        distance.LineWidth = 5;
        // A short distance is still to be found.
        plot.Add.Marker(at / unit.Seconds, measured * 100, MarkerShape.OpenCircle, 12, theme.Of(1));
        distance.LegendText = $"largest distance, {DisplayFormat.Percent(Math.Abs(measured - fitted))}";
        plot.Axes.SetLimits(0, times.End / unit.Seconds, 0, 102);
        plot.LegendBelow(Width);
        return plot;
    }

    // Each time is a step; of more than can be seen, the corners of some.
    private static Coordinates[] Steps(MeasuredTimes times, TimeUnit unit)
    {
        var count = times.Seconds.Count;
        var every = (count + MostSteps - 1) / MostSteps;
        return [.. times.Seconds.Index().Where(time => time.Index % every == 0)
            .SelectMany(time => new[] { new Coordinates(time.Item / unit.Seconds, 100.0 * time.Index / count), new Coordinates(time.Item / unit.Seconds, 100.0 * Math.Min(count, time.Index + every) / count) })];
    }

    private static void Line(Plot plot, Theme theme, TimeUnit unit, MeasuredTimes times, int curve, Func<double, double> height)
    {
        var line = plot.Add.ScatterLine(Enumerable.Range(1, Points).Select(point => times.End * point / Points).Select(time => new Coordinates(time / unit.Seconds, height(time))).ToArray(), theme.Of(curve));
        line.LineWidth = curve == 0 ? 3 : 1.5f;
        line.LinePattern = Patterns[curve % Patterns.Length];
        line.LegendText = times.Curves[curve].Name;
    }
}
