using System.Globalization;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>The warm speed of each simulator, on a logarithmic scale.</summary>
internal static class SpeedChart
{
    private const int Width = 640;
    private const int TextSize = 14;

    // Where the label of a value begins, in powers of ten to the right of its range.
    private const double Gap = 0.06;

    public static Chart Of(IReadOnlyList<(string Label, Speed Speed)> simulators)
    {
        const string Title = "ActorCafe keeps all statistics, the other simulators only a mean";
        return new Chart(
            "speed",
            Title,
            "Million orders per CPU-second on a logarithmic scale: median, and range of the rounds.",
            string.Join(" ", simulators.Select(simulator => $"{simulator.Label}: {Text(simulator.Speed.Median)}.")),
            (Width, 110 + (50 * simulators.Count)))
        {
            Draw = theme => Draw(theme, Title, simulators),
        };
    }

    private static Plot Draw(Theme theme, string title, IReadOnlyList<(string Label, Speed Speed)> simulators)
    {
        var plot = ThemedPlot.Create(theme, Width, title, "million orders per CPU-second, logarithmic; median and range", null);
        foreach (var (index, (label, speed)) in simulators.Index())
        {
            var colour = index == 0 ? theme.Of(0) : theme.Muted;
            var range = plot.Add.Line(Math.Log10(speed.Least), -index, Math.Log10(speed.Most), -index);
            range.LineColor = colour;
            range.LineWidth = 3;
            plot.Add.Marker(Math.Log10(speed.Median), -index, MarkerShape.FilledCircle, 12, colour);
            var text = plot.Add.Text(Text(speed.Median), Math.Log10(speed.Most) + Gap, -index);
            text.LabelFontSize = TextSize;
            text.LabelFontColor = theme.Ink;
            text.LabelAlignment = Alignment.MiddleLeft;
        }

        plot.Axes.Left.UseTickLabels(simulators.Index().Select(simulator => (-(double)simulator.Index, simulator.Item.Label)));
        plot.Axes.Left.MajorTickStyle.Length = 0;
        var (low, high) = (Power(simulators.Min(simulator => simulator.Speed.Least), Math.Floor), Power(simulators.Max(simulator => simulator.Speed.Most), Math.Ceiling));
        plot.Axes.Bottom.UseTickLabels(Enumerable.Range(low, high - low + 1).Select(power => ((double)power, Math.Pow(10, power).ToString("G", CultureInfo.InvariantCulture))));
        plot.Axes.SetLimits(low, high, 0.6 - simulators.Count, 0.6);
        return plot;
    }

    private static int Power(double speed, Func<double, double> round) => (int)round(Math.Log10(speed));

    private static string Text(double speed) => speed.ToString(Row.Format(speed), CultureInfo.InvariantCulture);
}
