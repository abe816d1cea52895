using ActorCafe.Pictures.Sales;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Orders per hour of the clock: each day, their mean, and the day whose rates a shop file has.</summary>
public static class ArrivalsChart
{
    private const int Width = 480;
    private const int FewDays = 10;

    /// <param name="days">The days, at least one.</param>
    /// <param name="chosen">The one whose rates the shop file has.</param>
    public static Chart Of(IReadOnlyList<DayArrivals> days, DayArrivals chosen)
    {
        var mean = DayArrivals.Mean(days);
        var busiest = mean.PerHour.Index().MaxBy(hour => hour.Item);
        var title = $"Most orders come between {ClockAxis.Name(mean.Opens + busiest.Index)} and {ClockAxis.Name(mean.Opens + busiest.Index + 1)}: {DisplayFormat.Number(busiest.Item)} per hour{(days.Count > 1 ? " on average" : "")}";
        return new Chart(
            "arrivals",
            title,
            days.Count > 1 ? $"Orders per hour of the clock. Thin: each of the {days.Count} days; thick: their mean; dashed: {chosen.Day}, whose rates the shop file has." : "Orders per hour of the clock, which are the rates that the shop file has.",
            $"{title}. {string.Join(", ", mean.PerHour.Index().Select(hour => $"{ClockAxis.Name(mean.Opens + hour.Index)} {DisplayFormat.Number(hour.Item)}"))}.",
            (Width, 400))
        {
            Draw = theme => Draw(theme, title, days, mean, chosen),
        };
    }

    private static Plot Draw(Theme theme, string title, IReadOnlyList<DayArrivals> days, DayArrivals mean, DayArrivals chosen)
    {
        var plot = ThemedPlot.Create(theme, Width, title, "hour of the clock", "orders per hour");
        if (days.Count > 1)
        {
            foreach (var day in days)
            {
                Line(plot, day, theme.Muted.WithAlpha(days.Count > FewDays ? .15 : .5)).LineWidth = 1;
            }

            plot.AddLegendLine("each day", theme.Muted, LinePattern.Solid);
            var line = Line(plot, mean, theme.Of(0));
            line.LineWidth = 3;
            line.LegendText = "mean";
        }

        var rates = Line(plot, chosen, theme.Of(1));
        rates.LineWidth = 2;
        rates.LinePattern = days.Count > 1 ? LinePattern.Dashed : LinePattern.Solid;
        rates.LegendText = $"{chosen.Day} (shop file)";
        plot.Axes.SetLimits(mean.Opens, mean.Closes, 0, Math.Max(1, days.Max(day => day.PerHour.Max())) * 1.08);
        plot.UseHours(mean.Opens, mean.Closes);
        plot.LegendBelow(Width);
        return plot;
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, DayArrivals day, Color colour) => plot.Add.ScatterLine(
        day.PerHour.Index().SelectMany(hour => new[] { new Coordinates(day.Opens + hour.Index, hour.Item), new Coordinates(day.Opens + hour.Index + 1, hour.Item) }).ToArray(), colour);
}
