using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>A Gantt chart of which worker served which order when: a lane per worker, shops below each other on one time axis.</summary>
public static class GanttChart
{
    /// <summary>The number of orders that fit on a phone.</summary>
    public const int NarrowOrders = 5;

    private const int RowHeight = 22;
    private const int Surroundings = 110;
    private const int Margins = 40;

    // Names of workers take this part of the width at most.
    private const int NamePart = 4;

    /// <param name="shops">The shops, at least one.</param>
    public static Chart Wide(IReadOnlyList<RecordedShop> shops) => Of(shops, "strips", ShopRecording.FirstOrders, 960);

    /// <summary>The same for narrow screens: fewer orders, so that boxes stay wide enough.</summary>
    /// <param name="shops">The shops, at least one.</param>
    public static Chart Narrow(IReadOnlyList<RecordedShop> shops) => Of(shops, "strips-narrow", NarrowOrders, 480);

    private static Chart Of(IReadOnlyList<RecordedShop> shops, string name, int most, int width)
    {
        var orders = (int)Math.Clamp(shops.Max(shop => shop.Result.Orders.Arrived), 1, most);
        var strips = shops.Select(shop => new Strip(shop.Settings.Name, shop.Settings.Stages.Sum(stage => stage.Workers), WorkerLane.Of(shop, orders))).ToList();
        var rows = strips.Sum(strip => strip.Lanes.Count + 1);
        return new Chart(
            name,
            TitleOf(strips, orders),
            "A lane is a worker, a box an order's time with it; the number says which order, counted from the first; later orders are left out. Hatched: the worker is held by the order and does nothing, because the next stage is full or because the worker stays with the customer.",
            string.Join(" ", strips.Select(strip => $"{strip.Name}: {DisplayFormat.Workers(strip.Workers)}, done with the first {orders} after {DisplayFormat.Time(strip.End.TotalSeconds)}, held for {DisplayFormat.Time(Held(strip.Lanes))} of that.")),
            (width, Surroundings + (rows * RowHeight)))
        {
            Draw = theme => Draw(theme, width, strips, orders),
        };
    }

    private static Plot Draw(Theme theme, int width, IReadOnlyList<Strip> strips, int orders)
    {
        var end = strips.Max(strip => strip.End);
        var unit = TimeUnit.For(end.TotalSeconds);
        var plot = ThemedPlot.Create(theme, width, TitleOf(strips, orders), AxisOf(unit, strips), null);
        var ticks = new List<(double, string)>();
        var boxes = new List<(int, WorkerSpan)>();
        var row = 0;
        foreach (var strip in strips)
        {
            var heading = plot.Add.Text(ThemedPlot.Cut($"{strip.Name}, {DisplayFormat.Workers(strip.Workers)}: done after {DisplayFormat.Time(strip.End.TotalSeconds)}", width - (width / NamePart) - Margins), 0, -row - 0.1);
            heading.LabelFontSize = 14;
            heading.LabelFontColor = theme.Ink;
            heading.LabelAlignment = Alignment.MiddleLeft;
            row++;
            foreach (var lane in strip.Lanes)
            {
                ticks.Add((-row, ThemedPlot.Cut(lane.Name, width / NamePart)));
                boxes.AddRange(lane.Spans.Select(span => (row, span)));
                row++;
            }
        }

        plot.Add.Plottable(new GanttPlot(theme, unit, boxes));
        plot.Axes.Left.UseTickLabels(ticks);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;
        plot.Axes.SetLimits(0, Math.Max(1, unit.In(end)) * 1.01, 0.5 - row, 0.6);
        return plot;
    }

    private static string TitleOf(IReadOnlyList<Strip> shops, int orders)
    {
        var (slowest, fastest) = (shops.MaxBy(shop => shop.End)!, shops.MinBy(shop => shop.End)!);
        var many = orders == 1 ? "The first order" : $"The first {orders} orders";
        if (shops.Count == 1 || slowest.End == fastest.End)
        {
            return $"{many} of {shops[0].Name} {(orders == 1 ? "takes" : "take")} {DisplayFormat.Time(shops[0].End.TotalSeconds)}";
        }

        // Structure beats pool size: the closest pair tells it best.
        var pairs = shops.SelectMany(_ => shops, (fewer, more) => (Fewer: fewer, More: more)).Where(pair => pair.Fewer.Workers < pair.More.Workers && pair.Fewer.End < pair.More.End).ToList();
        if (pairs.Count > 0)
        {
            var (fewer, more) = pairs.MinBy(pair => pair.More.End - pair.Fewer.End);
            return $"{many}: {fewer.Name} with {DisplayFormat.Workers(fewer.Workers)} is done before {more.Name} with {more.Workers}";
        }

        return $"{many}: {slowest.Name} takes {DisplayFormat.Time(slowest.End.TotalSeconds)}, {fastest.Name} {DisplayFormat.Time(fastest.End.TotalSeconds)}";
    }

    private static string AxisOf(TimeUnit unit, IReadOnlyList<Strip> shops) =>
        $"{unit.Name} since opening{(shops.Any(shop => Held(shop.Lanes) > 0) ? " (hatched: held, not working)" : "")}";

    private static double Held(IEnumerable<WorkerLane> lanes) =>
        lanes.SelectMany(lane => lane.Spans).Where(span => span.IsHeld).Sum(span => (span.To - span.From).TotalSeconds);

    private sealed record Strip(string Name, int Workers, IReadOnlyList<WorkerLane> Lanes)
    {
        public TimeSpan End { get; } = WorkerLane.EndOf(Lanes);
    }
}
