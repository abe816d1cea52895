using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Capacity over the size of the bottleneck's pool, as a multiple of the first shop's, with the ceiling set by the other stages.</summary>
public static class SpeedUpChart
{
    private const int Width = 480;
    private const int LongestLabel = 220;
    private const int RingSize = 17;

    private static readonly MarkerShape[] Markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    /// <param name="curves">The shops, at least one.</param>
    public static Chart Of(IReadOnlyList<SpeedUpCurve> curves)
    {
        const string title = "More workers at the bottleneck help until another stage is the bottleneck";
        return new Chart(
            "speed-up",
            title,
            $"Capacity as a multiple of that of {curves[0].Shop} as it is, with other numbers of workers at the bottleneck; all other pools stay. Ring: the shop as it is. Dashed: the ceiling that the other stages set (bottleneck law).",
            string.Join(" ", curves.Select(curve => $"{curve.Shop}, more at {curve.Stage}: {string.Join(", ", curve.Points.Select(point => $"{DisplayFormat.Factor(point.SpeedUp)} with {point.Workers}"))}; {(curve.Ceiling is { } ceiling ? $"ceiling {DisplayFormat.Factor(ceiling)}" : "no ceiling")}.")),
            (Width, 400))
        {
            Draw = theme => Draw(theme, title, curves),
        };
    }

    private static Plot Draw(Theme theme, string title, IReadOnlyList<SpeedUpCurve> curves)
    {
        var plot = ThemedPlot.Create(theme, Width, title, "workers at the bottleneck", ThemedPlot.Cut($"capacity, times {curves[0].Shop}'s", LongestLabel));
        var most = curves.Max(curve => curve.Points.Max(point => point.Workers));
        var top = curves.Max(curve => Math.Max(curve.Ceiling ?? 1, curve.Points.Max(point => point.SpeedUp))) * 1.12;
        foreach (var (at, curve) in curves.Index())
        {
            var colour = theme.Of(at);
            var line = plot.Add.Scatter(curve.Points.Select(point => new Coordinates(point.Workers, point.SpeedUp)).ToArray(), colour);
            line.LineWidth = 2;
            line.MarkerShape = Markers[at % Markers.Length];
            line.MarkerSize = 8;
            line.LegendText = ThemedPlot.LegendName($"{curve.Shop}: {curve.Stage}");
            foreach (var (workers, speedUp) in curve.Points.Where(point => point.Workers == curve.Workers))
            {
                plot.Add.Marker(workers, speedUp, MarkerShape.OpenCircle, RingSize, theme.Ink).MarkerLineWidth = 2;
            }

            if (curve.Ceiling is not { } ceiling)
            {
                continue;
            }

            var limit = plot.Add.Line((most + 1) / 2.0, ceiling, most + 0.5, ceiling);
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

        plot.Legend.ManualItems.Add(new LegendItem { LabelText = "as it is", MarkerShape = MarkerShape.OpenCircle, MarkerSize = RingSize, MarkerLineColor = theme.Ink, MarkerLineWidth = 2 });
        plot.LegendBelow(Width);
        return plot;
    }
}
