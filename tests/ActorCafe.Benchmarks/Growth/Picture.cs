using ScottPlot;

namespace ActorCafe.Benchmarks.Growth;

/// <summary>Draws a series of readings. A level line means that cost grows in proportion to work.</summary>
internal static class Picture
{
    public static void Save(string file, string name, string unit, IReadOnlyList<Reading> readings)
    {
        using var plot = new Plot();
        var line = plot.Add.Scatter(readings.Select(reading => Math.Log10(reading.Size)).ToArray(), readings.Select(reading => reading.Microseconds).ToArray());
        line.LineWidth = 2;
        line.MarkerSize = 8;
        plot.Title($"Cost by {name}");
        plot.XLabel(name);
        plot.YLabel(unit);
        plot.Axes.SetLimitsY(0, 1.3 * readings.Max(reading => reading.Microseconds));
        plot.Axes.Bottom.SetTicks(
            [.. readings.Select(reading => Math.Log10(reading.Size))],
            [.. readings.Select(reading => reading.Size.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))]);
        plot.SaveSvg(file, 640, 360);
    }
}
