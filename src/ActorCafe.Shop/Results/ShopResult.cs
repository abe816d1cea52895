using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ActorCafe.Queueing.Statistics;

namespace ActorCafe.Shop.Results;

/// <summary>
/// The measures of a shop: times in seconds, rates per hour, null where there is no data. The names, in camel case, are those of the JSON result, which
/// docs/result.md defines.
/// </summary>
public sealed record ShopResult
{
    public required string Shop { get; init; }
    public required long Seed { get; init; }
    public required string Clock { get; init; }
    public required int Replications { get; init; }
    public required OrderCounts Orders { get; init; }
    public required double? Makespan { get; init; }
    public required double? ThroughputPerHour { get; init; }
    public required ResponseTime ResponseTime { get; init; }
    public required ImmutableArray<StageResult> Stages { get; init; }
    public required ImmutableArray<DrinkResult> Drinks { get; init; }
    public required string? Bottleneck { get; init; }

    /// <summary>The orders per hour of <see cref="Capacity"/>.</summary>
    public double? CapacityPerHour => Capacity?.PerHour;

    public required Level Concurrency { get; init; }
    public required Level Parallelism { get; init; }
    public required Level OrderQueue { get; init; }
    public required Level PickUpQueue { get; init; }

    /// <summary>Orders in the shop at once, those of customers in the order queue included.</summary>
    public InShop InShop { get; init; } = new(null, null, null);
    public required LittlesLaw LittlesLaw { get; init; }

    /// <summary>The time of the shop's clock at opening, from which all measures count.</summary>
    public double Opened { get; init; }
    public required long Events { get; init; }
    public required double WallSeconds { get; init; }
    public required string Checksum { get; init; }

    /// <summary>Whether the run was stopped early.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The stages where orders were left unserved because nobody came to work there any more.</summary>
    public ImmutableArray<string> Deserted { get; init; } = [];

    /// <summary>The number of workers that each stage had at the end, if workers were added or removed through <see cref="ShopControls"/>; otherwise empty.</summary>
    [JsonIgnore]
    public ImmutableArray<int> ChangedPools { get; init; } = [];

    /// <summary>Whether the means settle down in the long run. Where they do not, one run has no interval.</summary>
    public SteadyState SteadyState { get; init; } = SteadyState.Exists;

    /// <summary>Stages with an offered load of 1 or more.</summary>
    public ImmutableArray<string> Unstable { get; init; } = [];

    /// <summary>The largest throughput that the shop can keep up; null if nothing takes time, or it was not measured.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Orders left out at the start of each run; with several runs their mean, rounded.</summary>
    public long WarmUp { get; init; }

    /// <summary>The separate runs, if this result combines several.</summary>
    [JsonIgnore]
    public ImmutableArray<ShopResult> Runs { get; init; } = [];

    /// <summary>The separate runs, or this one if there is only one.</summary>
    [JsonIgnore]
    public ImmutableArray<ShopResult> Each => Runs.IsEmpty ? [this] : Runs;
}

/// <summary>How orders ended; arrived = served + rejected + reneged + unserved.</summary>
public sealed record OrderCounts(long Arrived, long Served, long Rejected, long Reneged, long Unserved);

/// <summary>The time from placing an order to receiving it, of served orders, in seconds.</summary>
public sealed record ResponseTime(
    double? Mean, Interval? Ci, double? P50, double? P95, double? P99, double? Max, double? Std)
{
    /// <summary>The batches behind <see cref="Ci"/>, if it comes from one run.</summary>
    public Batches? Batches { get; init; }
}

/// <summary>The batches of one run whose means an interval is computed from.</summary>
/// <param name="Count">The number of batches, from 20 to 39.</param>
/// <param name="Size">Orders per batch.</param>
/// <param name="Correlation">The correlation of neighbouring means, from -1 to 1; null if all means are equal.</param>
/// <param name="PValue">The probability of a correlation at least as large if batches were independent; null if there is no correlation.</param>
public sealed record Batches(int Count, long Size, double? Correlation, double? PValue)
{
    /// <summary>Whether neighbouring batches are so clearly correlated that the interval is probably too narrow.</summary>
    [JsonIgnore]
    public bool AreDoubtful => PValue < 0.05;
}

/// <summary>A confidence interval.</summary>
public sealed record Interval(double Low, double High);

/// <summary>The measures of a stage; shares are of workers x time.</summary>
public sealed record StageResult(
    string Name,
    int Workers,
    long Arrivals,
    long Completions,
    long Rejected,
    double? Utilisation,
    double? Blocked,
    double? HandOver,
    MeanOnly ServiceTime,
    WaitingTime WaitingTime,
    Level QueueLength)
{
    /// <summary>Orders whose customer's patience ended here.</summary>
    public long Reneged { get; init; }

    /// <summary>The part of <see cref="Blocked"/> spent staying with orders that were passed on.</summary>
    public double? Staying { get; init; }

    /// <summary>The share of the workers' time when they were down: broken down, and not held by an order.</summary>
    public double? Down { get; init; }
}

/// <summary>A measure of which only the mean is known.</summary>
public sealed record MeanOnly(double? Mean);

/// <summary>The time from joining a stage to the beginning of service there, in seconds.</summary>
public sealed record WaitingTime(double? Mean, Interval? Ci, double? P95)
{
    /// <summary>The batches behind <see cref="Ci"/>, if it comes from one run.</summary>
    public Batches? Batches { get; init; }
}

/// <summary>A count over time: its time average and its largest value.</summary>
public sealed record Level(double? Mean, double? Max);

/// <summary>The number of orders in the shop over time.</summary>
/// <param name="Mean">The time average.</param>
/// <param name="Max">The largest number that lasted.</param>
/// <param name="Probabilities">
/// The share of time with 0, 1, 2, ... orders, which sum to 1, up to the largest number that lasted. From <see cref="LevelDistribution.Most"/> on, the last one
/// is the share of that many or more.
/// </param>
public sealed record InShop(double? Mean, double? Max, ImmutableArray<double>? Probabilities);

/// <summary>The measures of a drink.</summary>
public sealed record DrinkResult(string Name, long Served, MeanOnly ResponseTime);

/// <summary>Little's law, L = lambda W, over the whole run, with both sides measured independently.</summary>
public sealed record LittlesLaw(double? MeanInShop, double? ThroughputTimesResponse, double? RelativeError);
