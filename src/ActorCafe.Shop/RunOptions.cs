using ActorCafe.Shop.Results;

namespace ActorCafe.Shop;

/// <summary>Options of <see cref="Simulation.RunAsync"/>.</summary>
public sealed record RunOptions
{
    /// <summary>Creates the log that receives every order of a replication (numbered from 1) as it leaves; null for no logs.</summary>
    public Func<int, IOrderLog>? OrderLog { get; init; }

    /// <summary>Creates the timeline of a replication (numbered from 1); null, or a null result, for none.</summary>
    public Func<int, IShopTimeline?>? Timeline { get; init; }

    /// <summary>The number of the first replication, 1 or more. A value above 1 adds replications to those simulated before.</summary>
    internal int FirstReplication { get; init; } = 1;

    /// <summary>Independent replications, 1 or more.</summary>
    public int Replications { get; init; } = 1;

    /// <summary>
    /// Target half-width of the confidence interval of mean time in shop, relative to the mean (0.02 is 2 %). Replications are added until it is reached; null
    /// adds none.
    /// </summary>
    public double? UntilPrecision { get; init; }

    /// <summary>Replications that run at the same time, 1 or more.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Bounds the runs that several calls make at the same time, if they share it: each run holds one of its slots. Null: only <see cref="Parallel"/> bounds
    /// them, in each call.
    /// </summary>
    public SemaphoreSlim? Slots { get; init; }

    /// <summary>Whether to measure <see cref="ShopResult.Capacity"/> in a run of its own where no formula gives it; otherwise it is null there.</summary>
    public bool MeasureCapacity { get; init; } = true;

    /// <summary>
    /// Receives the share of the work done, from 0 to 1, from time to time and on any thread; only at the end of each replication if the number of orders is
    /// not known in advance.
    /// </summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Controls the run while it goes, for one run in virtual or paced time; null for none.</summary>
    internal ShopControls? Controls { get; init; }

    /// <summary>Stops the run early when cancelled: no more customers arrive. Those inside are served (virtual, paced) or leave unserved (real).</summary>
    public CancellationToken CloseDoor { get; init; }
}
