using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;

namespace ActorCafe.Cluster.Tests.Telemetry;

/// <summary>Collects the ended spans of this process. All tests share them, so only one test at a time may collect.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _ended = [];
    private readonly List<(Func<Activity, bool> IsIt, TaskCompletionSource<Activity> Ended)> _awaited = [];
    private readonly ActivityListener _listener;

    public SpanCollector()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CafeTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity[] Ended
    {
        get
        {
            lock (_gate)
            {
                return [.. _ended];
            }
        }
    }

    /// <summary>The first span with this name, as soon as it has ended.</summary>
    public Task<Activity> EndedAsync(string name) => EndedAsync(span => span.OperationName == name).WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => _listener.Dispose();

    private Task<Activity> EndedAsync(Func<Activity, bool> isIt)
    {
        lock (_gate)
        {
            if (_ended.FirstOrDefault(isIt) is { } ended)
            {
                return Task.FromResult(ended);
            }

            var awaited = new TaskCompletionSource<Activity>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isIt, awaited));
            return awaited.Task;
        }
    }

    private void Add(Activity span)
    {
        lock (_gate)
        {
            _ended.Add(span);
            foreach (var (_, ended) in _awaited.Where(awaited => awaited.IsIt(span)))
            {
                ended.TrySetResult(span);
            }
        }
    }
}
