using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Observation;

/// <summary>Counts and averages of one stage, in constant memory.</summary>
internal sealed class StageStatistics
{
    private readonly StageSettings _stage;
    private readonly Tally _service = new(momentsOnly: true);
    private readonly Tally _waiting = new();

    // Mutable structs must be fields: a property would change a copy.
    private TimeAverage _workers;
    private TimeAverage _queue;
    private TimeAverage _busy;
    private TimeAverage _handingOver;
    private TimeAverage _blocked;
    private TimeAverage _staying;
    private TimeAverage _down;

    public StageStatistics(StageSettings stage)
    {
        _stage = stage;
        WorkersAtMost = OfferedLoad.LargestPool(stage);
    }

    public string Name => _stage.Name;

    public int WorkersAtMost { get; }

    public long Arrivals { get; set; }

    public long Completions { get; private set; }

    public long Rejected { get; set; }

    public long Reneged { get; set; }

    /// <summary>Whether orders wait here or workers are occupied with one.</summary>
    public bool IsInUse => _queue.Value + _busy.Value + _handingOver.Value + _blocked.Value + _staying.Value > 0;

    public void ChangeWorkers(TimeSpan now, int change) => _workers.Change(now.Ticks, change);

    public void ChangeQueue(TimeSpan now, int change) => _queue.Change(now.Ticks, change);

    public void ChangeBusy(TimeSpan now, int change) => _busy.Change(now.Ticks, change);

    public void ChangeDown(TimeSpan now, int change) => _down.Change(now.Ticks, change);

    public void ChangeOccupied(Occupation occupation, TimeSpan now, int change)
    {
        switch (occupation)
        {
            case Occupation.HandingOver:
                _handingOver.Change(now.Ticks, change);
                break;
            case Occupation.Blocked:
                _blocked.Change(now.Ticks, change);
                break;
            default:
                _staying.Change(now.Ticks, change);
                break;
        }
    }

    /// <summary>Counts a completed service; both times are in ticks.</summary>
    public void Complete(long waited, long served)
    {
        Completions++;
        _waiting.Add((double)waited / TimeSpan.TicksPerSecond);
        _service.Add((double)served / TimeSpan.TicksPerSecond);
    }

    public void OpenWindow(TimeSpan now)
    {
        _workers.Reset(now.Ticks);
        _queue.Reset(now.Ticks);
        _busy.Reset(now.Ticks);
        _handingOver.Reset(now.Ticks);
        _blocked.Reset(now.Ticks);
        _staying.Reset(now.Ticks);
        _down.Reset(now.Ticks);
    }

    /// <param name="end">The end of the window; null if it never opened.</param>
    /// <param name="confidence">The level of the interval.</param>
    public StageResult Result(TimeSpan? end, double confidence)
    {
        var staffed = end is { } last ? _workers.Integral(last.Ticks) : 0;
        double? Share(in TimeAverage level) => staffed > 0 ? level.Integral(end!.Value.Ticks) / staffed : null;

        var (blocked, staying) = (Share(_blocked), Share(_staying));
        return new StageResult(
            Name,
            WorkersAtMost,
            Arrivals,
            Completions,
            Rejected,
            Share(_busy),
            blocked + staying,
            Share(_handingOver),
            new MeanOnly(_service.Moments.Mean),
            new WaitingTime(_waiting.Moments.Mean, _waiting.Batches.Confidence(confidence).AsInterval(), _waiting.Quantiles.Quantile(0.95))
            { Batches = _waiting.Batches.AsBatches() },
            _queue.AsLevel(end))
        { Reneged = Reneged, Staying = staying, Down = Share(_down) };
    }
}
