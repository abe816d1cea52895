using ActorCafe.Shop.Results;
using Akka.Actor.Setup;

namespace ActorCafe.Shop;

/// <summary>What a caller may want of a run besides its result.</summary>
public sealed record RunOptions
{
    /// <summary>Makes the log that gets every order of a replication (from 1) as it leaves; null: none.</summary>
    public Func<int, IOrderLog>? OrderLog { get; init; }

    /// <summary>Makes what is told a replication (from 1) as it goes; null, or null for a replication: nobody is.</summary>
    public Func<int, IShopTimeline?>? Timeline { get; init; }

    /// <summary>The number of the first replication, from 1: above it, others are added to those played before.</summary>
    public int FirstReplication { get; init; } = 1;

    /// <summary>Independent replications, 1 or more.</summary>
    public int Replications { get; init; } = 1;

    /// <summary>Adds replications until the interval of the mean time in shop reaches no further to each side than this share of it; null: none are added.</summary>
    public double? UntilPrecision { get; init; }

    /// <summary>Replications side by side, 1 or more.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to play the shop saturated as well, for <see cref="ShopResult.CapacityPerHour"/>.</summary>
    public bool MeasureCapacity { get; init; } = true;

    /// <summary>Told the share of the work done, from 0 to 1, now and then and from any thread; never where the end is not known.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Set-up of each actor system besides its configuration (loggers).</summary>
    public ActorSystemSetup? Setup { get; init; }

    /// <summary>A hand on the run while it goes, for one run in virtual or paced time; null: none.</summary>
    public ShopControls? Controls { get; init; }

    /// <summary>Closes the door when cancelled: no new customers; those inside are finished (virtual, paced) or unserved (real).</summary>
    public CancellationToken CloseDoor { get; init; }
}
