using System.Collections.Immutable;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>The state of a shop at one moment, for drawing.</summary>
/// <param name="Moment">The clock and pace of the run.</param>
/// <param name="Stages">The stages, in order.</param>
/// <param name="Served">Orders served so far.</param>
/// <param name="Lost">Orders that left unserved.</param>
/// <param name="InShop">Orders placed that have not left.</param>
/// <param name="PickUpQueue">Orders that were taken and are waiting for pick-up.</param>
/// <param name="Totals">What has happened so far.</param>
internal sealed record ShopSnapshot(
    ShopMoment Moment, ImmutableArray<StageSnapshot> Stages, long Served, long Lost, int InShop, int PickUpQueue, ShopTotals Totals)
{
    /// <summary>Orders in progress: concurrency.</summary>
    public int InProgress { get; init; }

    /// <summary>Workers in service: parallelism.</summary>
    public int InService { get; init; }

    /// <summary>When the shop had opened and the last worker had come or gone.</summary>
    public TimeSpan PoolsSince { get; init; }

    /// <summary>Whether a worker has broken down so far.</summary>
    public bool HasBreakdowns { get; init; }

    /// <summary>The number of workers at all stages.</summary>
    public int Workers => Stages.Sum(stage => stage.Workers.Length);
}

/// <summary>The state of a stage at one moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Queue">Orders waiting.</param>
/// <param name="Workers">Its workers.</param>
internal sealed record StageSnapshot(string Name, int Queue, ImmutableArray<WorkerSnapshot> Workers);

/// <summary>The state of a worker at one moment.</summary>
/// <param name="Number">From 1, in order of joining.</param>
/// <param name="Activity">What occupies it; null: idle.</param>
/// <param name="Order">The order that occupies it.</param>
/// <param name="IsDown">Whether it is broken down.</param>
internal readonly record struct WorkerSnapshot(int Number, WorkerActivity? Activity = null, long Order = 0, bool IsDown = false);
