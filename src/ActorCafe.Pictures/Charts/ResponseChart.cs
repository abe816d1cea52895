using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Mean time in shop over customers per hour, with the theoretical curve and a mark at each shop's capacity.</summary>
public static class ResponseChart
{
    private const int Width = 480;

    private static readonly MarkerShape[] Markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    /// <param name="curves">The shops, at least one.</param>
    public static Chart Of(IReadOnlyList<ResponseCurve> curves)
    {
        var title = curves.Count == 1
            ? $"Time in {curves[0].Shop} climbs as customers come close to its capacity of {DisplayFormat.Number(curves[0].CapacityPerHour)} per hour"
            : "Time in shop climbs as customers come close to a shop's capacity";
        return new Chart(
            "time-in-shop",
            title,
            "Customers come at random, at each rate the same ones in every shop, in place of those of the file. Points: measured, with the interval of the mean; dashed: theory, where there is a formula; vertical, dotted: the capacity, which no shop can exceed in the long run.",
            string.Join(" ", curves.Select(curve => $"{curve.Shop}, capacity {DisplayFormat.Number(curve.CapacityPerHour)} per hour: {string.Join(", ", curve.Measured.Select(point => $"{DisplayFormat.Time(point.Seconds)} at {DisplayFormat.Number(point.PerHour)} per hour"))}.")),
            (Width, 400))
        {
            Draw = theme => Draw(theme, title, curves),
        };
    }

    private static Plot Draw(Theme theme, string title, IReadOnlyList<ResponseCurve> curves)
    {
        var top = curves.SelectMany(curve => curve.Measured).Select(point => point.Seconds).DefaultIfEmpty(1).Max() * 1.1;
        var unit = TimeUnit.For(top);
        var plot = ThemedPlot.Create(theme, Width, title, "customers per hour", $"mean time in shop, {unit.Name}");
        foreach (var (at, curve) in curves.Index())
        {
            var colour = theme.Of(at);
            var theory = plot.Add.ScatterLine(curve.Theory.Where(point => point.Seconds <= top * 1.5).Select(point => new Coordinates(point.PerHour, point.Seconds / unit.Seconds)).ToArray(), colour);
            theory.LinePattern = LinePattern.Dashed;
            theory.LineWidth = 1.5f;
            Intervals(plot, colour, unit, curve);
            var played = plot.Add.Scatter(curve.Measured.Select(point => new Coordinates(point.PerHour, point.Seconds / unit.Seconds)).ToArray(), colour);
            played.MarkerShape = Markers[at % Markers.Length];
            played.MarkerSize = 8;
            played.LineWidth = curve.Theory.Count > 0 ? 0 : 1;
            played.LegendText = $"{ThemedPlot.LegendName(curve.Shop)}: {DisplayFormat.Number(curve.CapacityPerHour)}";
            var capacity = plot.Add.VerticalLine(curve.CapacityPerHour, 1.5f, colour, LinePattern.Dotted);
            capacity.EnableAutoscale = false;
        }

        plot.Axes.SetLimits(0, curves.Max(curve => curve.CapacityPerHour) * 1.06, 0, top / unit.Seconds);
        if (curves.Any(curve => curve.Theory.Count > 0))
        {
            plot.AddLegendLine("theory", theme.Ink, LinePattern.Dashed);
        }

        plot.AddLegendLine("capacity per hour", theme.Ink, LinePattern.Dotted);
        plot.LegendBelow(Width);
        return plot;
    }

    private static void Intervals(Plot plot, Color colour, TimeUnit unit, ResponseCurve curve)
    {
        foreach (var point in curve.Measured)
        {
            if (point.Ci is not { } ci)
            {
                continue;
            }

            var line = plot.Add.Line(point.PerHour, ci.Low / unit.Seconds, point.PerHour, ci.High / unit.Seconds);
            line.LineColor = colour;
            line.LineWidth = 1.5f;
        }
    }
}
