using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Levels of one run over time.</summary>
public static class TimeSeriesChart
{
    private const int Width = 480;
    private const int Height = 300;

    // Busy workers change with every service, so they are averaged.
    private const int CoarseSlots = 48;

    // As many slots as can be seen.
    private const int FineSlots = 256;

    private const int BandHeight = 84;
    private const int BandsSurroundings = 105;

    // Distance between the baselines of two bands, which leaves room for the name above the maximum.
    private const double BandPitch = 1.3;

    /// <summary>Orders in progress and busy workers: concurrency and parallelism.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="name">The name of the chart's files.</param>
    /// <param name="until">The end of the time axis.</param>
    public static Chart Progress(RecordedShop shop, string name, TimeSpan until)
    {
        var (concurrency, parallelism) = (shop.Result.Concurrency, shop.Result.Parallelism);
        var workers = shop.Result.Stages.Sum(stage => stage.Workers);
        var title = $"{shop.Settings.Name}: {DisplayFormat.Number(concurrency.Mean)} orders in progress, {DisplayFormat.Number(parallelism.Mean)} of {DisplayFormat.Workers(workers)} busy";
        return new Chart(
            name,
            title,
            $"Orders in progress at once (concurrency) and workers in service at once (parallelism, averaged over a {CoarseSlots}th of the run). Between the two: orders that wait between stages.",
            $"{title} on average; at most {DisplayFormat.Count(concurrency.Max)} orders in progress and {DisplayFormat.Count(parallelism.Max)} workers busy.",
            (Width, Height))
        {
            Draw = theme =>
            {
                var unit = TimeUnit.For(until.TotalSeconds);
                var plot = ThemedPlot.Create(theme, Width, title, $"{unit.Name} since opening", "orders, workers");
                Fill(plot, theme.Of(0), unit, Coarse(shop.Recording.Concurrency, FineSlots), "orders in progress");
                Line(plot, theme.Of(1), unit, Coarse(shop.Recording.Parallelism, CoarseSlots), "busy workers", LinePattern.Solid);
                var there = Line(plot, theme.Ink, unit, Coarse(shop.Recording.Workers, FineSlots), "workers", LinePattern.Dotted);
                there.LineWidth = 1.5f;
                Frame(plot, unit, until, Math.Max(workers, concurrency.Max ?? 0));
                return plot;
            },
        };
    }

    /// <summary>Orders waiting before each stage: a band per stage, all on one scale.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="name">The name of the chart's files.</param>
    /// <param name="until">The end of the time axis.</param>
    public static Chart Queues(RecordedShop shop, string name, TimeSpan until)
    {
        var queues = shop.Settings.Stages.Select(stage => (stage.Name, Slots: Coarse(shop.Recording.Queue(stage.Index), FineSlots))).ToList();
        var longest = queues.Select(queue => (queue.Name, Most: queue.Slots.Select(slot => slot.Largest).DefaultIfEmpty().Max())).MaxBy(queue => queue.Most);
        var title = TitleOf(shop, longest);
        return new Chart(
            name,
            title,
            "Orders that wait before each stage, a band per stage and all on the same scale. The line is the average of a short time, the shade goes up to its largest value.",
            string.Join(" ", shop.Result.Stages.Select(stage => $"{stage.Name}: {DisplayFormat.Number(stage.QueueLength.Mean)} waiting on average, {DisplayFormat.Count(stage.QueueLength.Max)} at most.")),
            (Width, BandsSurroundings + (queues.Count * BandHeight)))
        {
            Draw = theme => Bands(theme, title, queues, Math.Max(1, longest.Most), until),
        };
    }

    private static Plot Bands(Theme theme, string title, List<(string Name, List<LevelSlot> Slots)> queues, int most, TimeSpan until)
    {
        var unit = TimeUnit.For(until.TotalSeconds);
        var plot = ThemedPlot.Create(theme, Width, title, $"{unit.Name} since opening", "orders waiting");
        var band = most * BandPitch;
        var ticks = new List<(double, string)>();
        foreach (var (at, (stage, slots)) in queues.Index())
        {
            var ground = (queues.Count - 1 - at) * band;
            var shade = plot.Add.FillY([.. slots.SelectMany(slot => new[] { slot.Start, slot.Start + slot.Length }.Select(time => (unit.In(time), ground, ground + slot.Largest)))]);
            shade.FillColor = theme.Of(at).WithAlpha(.25);
            shade.LineWidth = 0;
            var line = plot.Add.ScatterLine(Steps(unit, slots, ground), theme.Of(at));
            line.LineWidth = 1.5f;
            var floor = plot.Add.HorizontalLine(ground, 1, theme.Ink);
            floor.EnableAutoscale = false;
            var label = plot.Add.Text($"{stage}, at most {DisplayFormat.Count(slots.Select(slot => slot.Largest).DefaultIfEmpty().Max())}", unit.In(until), ground + (most * 1.06));
            label.LabelAlignment = Alignment.UpperRight;
            label.LabelFontSize = 14;
            label.LabelFontColor = theme.Ink;
            label.LabelBackgroundColor = theme.Background.WithAlpha(.7);
            ticks.Add((ground, "0"));
            ticks.Add((ground + most, DisplayFormat.Count(most)));
        }

        plot.Axes.Left.UseTickLabels(ticks);
        plot.Axes.SetLimits(0, Math.Max(1e-3, unit.In(until)), 0, queues.Count * band);
        return plot;
    }

    private static string TitleOf(RecordedShop shop, (string Name, int Most) longest)
    {
        var stage = shop.Result.Stages.First(stage => stage.Name == longest.Name);
        var busy = DisplayFormat.Percent(stage.Utilisation + (stage.Blocked ?? 0));
        return longest.Most == 0 ? $"{shop.Settings.Name}: nobody waits"
            : shop.Result.Unstable.Contains(longest.Name) ? $"{shop.Settings.Name}: {longest.Name} is {(stage.Blocked > 0 ? "busy or held" : "busy")} for {busy} of the time and its queue still grew to {DisplayFormat.Count(longest.Most)}"
            : $"{shop.Settings.Name}: the longest queue, {DisplayFormat.Count(longest.Most)}, is at {longest.Name}";
    }

    private static void Frame(Plot plot, TimeUnit unit, TimeSpan until, double top)
    {
        plot.Axes.SetLimits(0, Math.Max(1e-3, unit.In(until)), 0, Math.Max(1, top) * 1.08);
        plot.Axes.Left.UseIntegerTicks();
        plot.LegendBelow(Width);
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, Color colour, TimeUnit unit, List<LevelSlot> slots, string name, LinePattern pattern)
    {
        var line = plot.Add.ScatterLine(Steps(unit, slots), colour);
        line.LegendText = name;
        line.LinePattern = pattern;
        line.LineWidth = 2;
        return line;
    }

    private static void Fill(Plot plot, Color colour, TimeUnit unit, List<LevelSlot> slots, string name)
    {
        var line = Line(plot, colour, unit, slots, name, LinePattern.Solid);
        line.FillY = true;
        line.FillYColor = colour.WithAlpha(.2);
        line.LineWidth = 1.5f;
    }

    // Only corners, because most slots repeat the level of the one before.
    private static Coordinates[] Steps(TimeUnit unit, List<LevelSlot> slots, double ground = 0)
    {
        var corners = new List<Coordinates>();
        foreach (var slot in slots)
        {
            var start = new Coordinates(unit.In(slot.Start), ground + slot.Mean);
            if (corners.Count == 0 || corners[^1].Y != start.Y)
            {
                corners.Add(start);
            }
            else
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add(new(unit.In(slot.Start + slot.Length), start.Y));
        }

        return [.. corners];
    }

    private static List<LevelSlot> Coarse(IReadOnlyList<LevelSlot> slots, int count) =>
        [.. slots.Chunk(Math.Max(1, (slots.Count + count - 1) / count)).Select(Joined)];

    private static LevelSlot Joined(LevelSlot[] slots)
    {
        var length = slots.Aggregate(TimeSpan.Zero, (sum, slot) => sum + slot.Length);
        return new(slots[0].Start, length, slots.Sum(slot => slot.Mean * slot.Length.TotalSeconds) / length.TotalSeconds, slots.Min(slot => slot.Least), slots.Max(slot => slot.Largest));
    }
}
