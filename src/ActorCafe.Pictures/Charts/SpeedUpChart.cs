using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Speed-up over the size of the bottleneck's pool, with the ceiling set by the other stages.</summary>
public static class SpeedUpChart
{
    private const int Width = 480;

    private static readonly MarkerShape[] Markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    /// <param name="curves">The shops, at least one.</param>
    public static Chart Of(IReadOnlyList<SpeedUpCurve> curves)
    {
        const string title = "More workers at the bottleneck help until another stage is the bottleneck";
        return new Chart(
            "speed-up",
            title,
            "Capacity against that of the same shop with one worker at its bottleneck; all other pools stay. Dashed: the ceiling that the other stages set (bottleneck law). Grey: each worker adds as much as the first.",
            string.Join(" ", curves.Select(curve => $"{curve.Shop}, more at {curve.Stage}: {string.Join(", ", curve.Points.Select(point => $"{DisplayFormat.Factor(point.SpeedUp)} with {point.Workers}"))}; {(curve.Ceiling is { } ceiling ? $"ceiling {DisplayFormat.Factor(ceiling)}" : "no ceiling")}.")),
            (Width, 400))
        {
            Draw = theme => Draw(theme, title, curves),
        };
    }

    private static Plot Draw(Theme theme, string title, IReadOnlyList<SpeedUpCurve> curves)
    {
        var plot = ThemedPlot.Create(theme, Width, title, "workers at the bottleneck", "speed-up, times one worker's");
        var most = curves.Max(curve => curve.Points.Max(point => point.Workers));
        var top = curves.Max(curve => Math.Max(curve.Ceiling ?? 1, curve.Points.Max(point => point.SpeedUp))) * 1.12;
        var ideal = plot.Add.Line(1, 1, Math.Min(most, top), Math.Min(most, top));
        ideal.LineColor = theme.Muted;
        ideal.LineWidth = 1;
        foreach (var (at, curve) in curves.Index())
        {
            var colour = theme.Of(at);
            var line = plot.Add.Scatter(curve.Points.Select(point => new Coordinates(point.Workers, point.SpeedUp)).ToArray(), colour);
            line.LineWidth = 2;
            line.MarkerShape = Markers[at % Markers.Length];
            line.MarkerSize = 8;
            line.LegendText = $"{ThemedPlot.LegendName(curve.Shop)}: {curve.Stage}";
            if (curve.Ceiling is not { } ceiling)
            {
                continue;
            }

            var limit = plot.Add.Line(Math.Min(ceiling, most), ceiling, most + 0.5, ceiling);
            limit.LineColor = colour;
            limit.LinePattern = LinePattern.Dashed;
            limit.LineWidth = 1.5f;
        }

        plot.Axes.SetLimits(0.5, most + 0.5, 0, top);
        plot.Axes.Bottom.UseIntegerTicks();
        if (curves.Any(curve => curve.Ceiling is not null))
        {
            plot.AddLegendLine("ceiling", theme.Ink, LinePattern.Dashed);
        }

        plot.LegendBelow(Width);
        return plot;
    }
}
