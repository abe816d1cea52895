using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ActorCafe.Shop.Results;

/// <summary>
/// What was measured of a shop: times in seconds, rates per hour, null where there is no data.
/// The names, in camel case, are those of the JSON result (see docs/result.md for their definitions).
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
    public required double? CapacityPerHour { get; init; }
    public required Level Concurrency { get; init; }
    public required Level Parallelism { get; init; }
    public required Level OrderQueue { get; init; }
    public required Level PickUpQueue { get; init; }
    public required LittlesLaw LittlesLaw { get; init; }
    public required long Events { get; init; }
    public required double WallSeconds { get; init; }
    public required string Checksum { get; init; }

    /// <summary>Whether the run was closed by hand before its end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Stages whose offered load is 1 or more: there is no steady state, and no interval is given.</summary>
    public ImmutableArray<string> Unstable { get; init; } = [];

    /// <summary>Orders left out at the start.</summary>
    public long WarmUp { get; init; }

    /// <summary>The runs that this is the mean of, where there are several.</summary>
    [JsonIgnore]
    public ImmutableArray<ShopResult> Runs { get; init; } = [];

    /// <summary>The runs, or this one where there is no other.</summary>
    [JsonIgnore]
    public ImmutableArray<ShopResult> Each => Runs.IsEmpty ? [this] : Runs;
}

/// <summary>How orders ended; arrived = served + rejected + reneged + unserved.</summary>
public sealed record OrderCounts(long Arrived, long Served, long Rejected, long Reneged, long Unserved);

/// <summary>From order placed to coffee in hand, of the served, in seconds.</summary>
public sealed record ResponseTime(
    double? Mean, Interval? Ci, double? P50, double? P95, double? P99, double? Max, double? Std)
{
    /// <summary>What <see cref="Ci"/> rests on, where it is of one run.</summary>
    public Batches? Batches { get; init; }
}

/// <summary>The batches whose means an interval of one run is made of.</summary>
/// <param name="Count">How many, from 20 to 39.</param>
/// <param name="Size">Orders in each.</param>
/// <param name="Correlation">Of neighbours' means, from -1 to 1; null if all are the same.</param>
/// <param name="PValue">How likely a correlation as large is where batches are independent; null if there is none.</param>
public sealed record Batches(int Count, long Size, double? Correlation, double? PValue)
{
    /// <summary>Whether the batches so clearly resemble their neighbours that the interval is to be taken as too narrow.</summary>
    [JsonIgnore]
    public bool AreDoubtful => PValue < 0.05;
}

/// <summary>A confidence interval.</summary>
public sealed record Interval(double Low, double High);

/// <summary>What was measured of a stage; shares are of workers x time.</summary>
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
    /// <summary>The part of <see cref="Blocked"/> spent staying with orders passed on.</summary>
    public double? Staying { get; init; }
}

/// <summary>A mean alone.</summary>
public sealed record MeanOnly(double? Mean);

/// <summary>From entering a stage's queue to the beginning of service there, in seconds.</summary>
public sealed record WaitingTime(double? Mean, Interval? Ci, double? P95)
{
    /// <summary>What <see cref="Ci"/> rests on, where it is of one run.</summary>
    public Batches? Batches { get; init; }
}

/// <summary>A count over time: its time average and its largest value.</summary>
public sealed record Level(double? Mean, double? Max);

/// <summary>What was measured of a drink.</summary>
public sealed record DrinkResult(string Name, long Served, MeanOnly ResponseTime);

/// <summary>L = lambda W over the whole run, both sides measured apart.</summary>
public sealed record LittlesLaw(double? MeanInShop, double? ThroughputTimesResponse, double? RelativeError);
