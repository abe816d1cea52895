namespace ActorCafe.Cluster.Telemetry;

/// <summary>What stands at a stage at this moment: written by the actors, read by whoever collects.</summary>
internal sealed class StageGauges
{
    private int _queue;
    private int _busy;
    private int _workers;

    /// <summary>Orders that wait.</summary>
    public int Queue => Volatile.Read(ref _queue);

    /// <summary>Workers that serve.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Workers that are there.</summary>
    public int Workers => Volatile.Read(ref _workers);

    public void ChangeQueue(int change) => Interlocked.Add(ref _queue, change);

    public void ChangeBusy(int change) => Interlocked.Add(ref _busy, change);

    public void ChangeWorkers(int change) => Interlocked.Add(ref _workers, change);
}
