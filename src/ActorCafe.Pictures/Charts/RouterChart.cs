using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>The mean wait at the bottleneck with each of the four routers, beside theory.</summary>
public static class RouterChart
{
    private const int Width = 480;

    public static Chart Of(RouterStudy study)
    {
        var (least, most) = (study.Waits.MinBy(wait => wait.Seconds)!, study.Waits.MaxBy(wait => wait.Seconds)!);
        var title = $"{study.Shop}: orders wait {DisplayFormat.Time(least.Seconds)} at {study.Stage} with {Words(least.Router)}, {DisplayFormat.Time(most.Seconds)} with {Words(most.Router)}";
        var pools = string.Join(", ", study.Pools.Select(pool => $"{pool.Stage} {pool.Workers}"));
        return new Chart(
            "routers",
            title,
            $"The same customers with the same work ({DisplayFormat.Number(study.PerHour)} per hour at random, {DisplayFormat.Percent(study.Load)} of the capacity with these pools: {pools}); only the router of {study.Stage} differs. Whiskers: where the mean lies; diamond: theory (hollow: an approximation).",
            string.Join(" ", study.Waits.Select(wait => $"{wait.Router}: {DisplayFormat.Time(wait.Seconds)}{(wait.Theory is { } theory ? $", theory {DisplayFormat.Time(theory)}" : "")}.")),
            (Width, 360))
        {
            Draw = theme => Draw(theme, title, study),
        };
    }

    private static Plot Draw(Theme theme, string title, RouterStudy study)
    {
        var top = study.Waits.Max(wait => Math.Max(wait.Theory ?? 0, wait.Ci?.High ?? wait.Seconds));
        var unit = TimeUnit.For(top);
        var plot = ThemedPlot.Create(theme, Width, title, null, $"mean wait, {unit.Name}");
        foreach (var (at, wait) in study.Waits.Index())
        {
            var bar = plot.Add.Bar(new Bar { Position = at, Value = wait.Seconds / unit.Seconds, FillColor = theme.Of(0), LineWidth = 0, Size = 0.6 });
            bar.Bars[0].Label = "";
            if (wait.Ci is { } ci)
            {
                var whisker = plot.Add.Line(at, ci.Low / unit.Seconds, at, ci.High / unit.Seconds);
                whisker.LineColor = theme.Ink;
                whisker.LineWidth = 2;
            }

            if (wait.Theory is { } theory)
            {
                var mark = plot.Add.Marker(at + 0.18, theory / unit.Seconds, wait.IsExact ? MarkerShape.FilledDiamond : MarkerShape.OpenDiamond, 11, theme.Of(1));
                mark.MarkerLineWidth = 2;
            }

            var text = plot.Add.Text(DisplayFormat.Time(wait.Seconds), at, top / unit.Seconds * 1.1);
            text.LabelFontSize = 14;
            text.LabelFontColor = theme.Ink;
            text.LabelAlignment = Alignment.MiddleCenter;
        }

        if (study.Waits.Any(wait => wait.Theory is not null))
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = "theory", MarkerShape = MarkerShape.FilledDiamond, MarkerSize = 11, MarkerColor = theme.Of(1) });
            plot.LegendBelow(Width);
        }

        plot.Axes.Bottom.UseTickLabels(study.Waits.Index().Select(wait => ((double)wait.Index, Lines(wait.Item.Router))));
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(-0.5, study.Waits.Count - 0.5, 0, top / unit.Seconds * 1.18);
        return plot;
    }

    // Stacks the words of a tick label, which are too wide side by side.
    private static string Lines(string router)
    {
        var words = Words(router);
        var last = words.LastIndexOf(' ');
        return $"{words[..last]}\n{words[(last + 1)..]}";
    }

    private static string Words(string router) => router switch
    {
        "shared-queue-pool" => "one shared queue",
        "shortest-queue-pool" => "the shortest queue",
        "round-robin-pool" => "queues in turn",
        _ => "queues at random",
    };
}
