using ActorCafe.Pictures.Styling;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>A horizontal axis of hours of the clock.</summary>
internal static class ClockAxis
{
    private const int MostLabels = 8;

    // Half of the last label, 17:00.
    private const int RightMargin = 24;

    /// <summary>Labels every hour, or every second or third where there are many.</summary>
    public static void UseHours(this Plot plot, int first, int last)
    {
        plot.Axes.Right.MinimumSize = RightMargin;
        var step = Math.Max(1, (last - first + MostLabels - 1) / MostLabels);
        plot.Axes.Bottom.UseTickLabels(Enumerable.Range(first, last - first + 1).Where(hour => (hour - first) % step == 0).Select(hour => ((double)hour, Name(hour))));
    }

    /// <summary><c>8:00</c>; after midnight the clock begins again.</summary>
    public static string Name(int hour) => $"{hour % 24}:00";
}
