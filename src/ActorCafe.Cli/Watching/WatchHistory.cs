namespace ActorCafe.Cli.Watching;

/// <summary>Remembers the totals of a run that is being watched, to show the last minutes.</summary>
internal sealed class WatchHistory
{
    private const int Kept = 2000;

    private readonly List<ShopTotals> _totals = [];

    /// <summary>The earliest moment that is remembered; null before the first.</summary>
    public TimeSpan? Since => _totals.Count == 0 ? null : _totals[0].At;

    /// <summary>Remembers a later moment, or the same one again.</summary>
    public void Add(ShopTotals totals)
    {
        if (_totals.Count > 0 && _totals[^1].At >= totals.At)
        {
            _totals[^1] = totals;
            return;
        }

        _totals.Add(totals);
        if (_totals.Count > Kept)
        {
            _totals.RemoveRange(0, Kept / 10);
        }
    }

    /// <summary>The means between two moments; null unless both are remembered and time has passed between them.</summary>
    public RecentMeans? Between(TimeSpan from, TimeSpan to) =>
        _totals.Count > 0 && from >= _totals[0].At && to <= _totals[^1].At && to > from ? new RecentMeans(At(from), At(to)) : null;

    private ShopTotals At(TimeSpan time)
    {
        var (low, high) = (0, _totals.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _totals[middle].At < time ? (middle + 1, high) : (low, middle);
        }

        return _totals[low].At == time ? _totals[low] : _totals[low - 1].Towards(_totals[low], time);
    }
}

/// <summary>The means of the time between two moments.</summary>
internal sealed record RecentMeans(ShopTotals From, ShopTotals To)
{
    public TimeSpan Length => To.At - From.At;

    public double Concurrency => (To.Concurrency - From.Concurrency) / Length.Ticks;

    public double Parallelism => (To.Parallelism - From.Parallelism) / Length.Ticks;

    /// <summary>Orders served per hour.</summary>
    public double ServedPerHour => (To.Served - From.Served) / Length.TotalHours;

    /// <summary>The share of the workers' time that a stage was busy; null if nobody worked there.</summary>
    public double? Busy(int stage) => Share(stage, totals => totals.Busy);

    /// <summary>The share of the workers' time that a stage was held by orders after their service; null if nobody worked there.</summary>
    public double? Held(int stage) => Share(stage, totals => totals.Held);

    private double? Share(int stage, Func<StageTotals, double> of)
    {
        var (before, after) = (From.Stages[stage], To.Stages[stage]);
        return after.Workers > before.Workers ? (of(after) - of(before)) / (after.Workers - before.Workers) : null;
    }
}
