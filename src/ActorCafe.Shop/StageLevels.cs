namespace ActorCafe.Shop;

/// <summary>How many orders and workers of a stage are where.</summary>
public sealed class StageLevels
{
    private readonly int[] _kept = new int[Enum.GetValues<WorkerActivity>().Length];

    /// <summary>Workers there are.</summary>
    public int Workers { get; internal set; }

    /// <summary>Orders waiting.</summary>
    public int Queue { get; internal set; }

    /// <summary>Workers kept by an order in one way.</summary>
    public int Of(WorkerActivity activity) => _kept[(int)activity];

    /// <summary>Workers in service.</summary>
    public int Busy => Of(WorkerActivity.Serving);

    /// <summary>Workers held after their service: the next stage is full, or they stay with the order.</summary>
    public int Blocked => Of(WorkerActivity.Blocked) + Of(WorkerActivity.Staying);

    internal void Change(WorkerActivity activity, int change) => _kept[(int)activity] += change;
}
