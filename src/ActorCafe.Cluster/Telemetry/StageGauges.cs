namespace ActorCafe.Cluster.Telemetry;

/// <summary>The current levels of a stage: written by the actors, read by collectors.</summary>
internal sealed class StageGauges
{
    private int _queue;
    private int _busy;
    private int _workers;

    /// <summary>Orders waiting.</summary>
    public int Queue => Volatile.Read(ref _queue);

    /// <summary>Workers in service.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>All workers.</summary>
    public int Workers => Volatile.Read(ref _workers);

    public void ChangeQueue(int change) => Interlocked.Add(ref _queue, change);

    public void ChangeBusy(int change) => Interlocked.Add(ref _busy, change);

    public void ChangeWorkers(int change) => Interlocked.Add(ref _workers, change);
}
