namespace ActorCafe.Cli.Watching;

/// <summary>The last minutes of a run, in cells of equal length.</summary>
internal sealed class WatchWindow
{
    /// <summary>About half a minute of real time is shown, at the pace of the moment.</summary>
    private const double RealSeconds = 30;

    private const double MostPace = 1e6;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30 }.Select(TimeSpan.FromSeconds),
        .. new[] { 1.0, 2, 3, 5, 10, 15, 20, 30 }.Select(TimeSpan.FromMinutes),
        .. new[] { 1.0, 2, 6, 12 }.Select(TimeSpan.FromHours),
    ];

    private readonly WatchHistory _history;

    /// <param name="history">What is remembered.</param>
    /// <param name="snapshot">The present.</param>
    /// <param name="pace">Shop seconds per second.</param>
    /// <param name="cells">The number of cells, 1 or more.</param>
    public WatchWindow(WatchHistory history, ShopSnapshot snapshot, double pace, int cells)
    {
        _history = history;
        var since = snapshot.Moment.Now - (history.Since ?? snapshot.Moment.Now);
        var most = TimeSpan.FromSeconds(Math.Min(pace, MostPace) * RealSeconds);
        var shown = since < most ? since : most;
        Step = Steps.FirstOrDefault(step => step * cells >= shown, TimeSpan.FromDays(1));
        var now = snapshot.Moment.Now;
        // Whole steps of the clock, so that the picture moves by cells.
        var start = new TimeSpan((now.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks) - (cells * Step);
        Cells = [.. Enumerable.Range(0, cells).Select(cell => Within(start + (cell * Step), start + ((cell + 1) * Step), now))];
        SincePools = Within(snapshot.PoolsSince > start ? snapshot.PoolsSince : start, now, now);
    }

    /// <summary>The length of a cell.</summary>
    public TimeSpan Step { get; }

    /// <summary>The means of each cell, the latest last; null where nothing is remembered.</summary>
    public IReadOnlyList<RecentMeans?> Cells { get; }

    /// <summary>The means of the window, but only since the last worker came or went; null if no time has passed.</summary>
    public RecentMeans? SincePools { get; }

    /// <summary><c>5m 20s</c>, <c>36m</c>, <c>1h 10m</c>: no seconds from ten minutes on.</summary>
    public static string Words(TimeSpan length) =>
        DisplayFormat.Time(length.TotalMinutes < 10 ? length.TotalSeconds : 60 * Math.Floor(length.TotalMinutes)).Replace(" 00s", "", StringComparison.Ordinal).Replace(" 00m", "", StringComparison.Ordinal);

    private RecentMeans? Within(TimeSpan from, TimeSpan to, TimeSpan now) =>
        _history.Since is { } since ? _history.Between(from > since ? from : since, to < now ? to : now) : null;
}
