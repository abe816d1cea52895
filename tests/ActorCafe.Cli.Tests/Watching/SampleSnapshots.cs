using System.Collections.Immutable;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Hand-made snapshots.</summary>
internal static class SampleSnapshots
{
    /// <summary>The pipeline with every state of a worker, and a queue.</summary>
    public static ShopSnapshot Pipeline { get; } = new(
        new ShopMoment(new TimeSpan(1, 2, 3), 60, false),
        [
            new("waiter", 0, [new(1, WorkerActivity.HandingOver, 45)]),
            new("grinder", 3, [new(1, WorkerActivity.Serving, 41), new(2), new(3, WorkerActivity.Blocked, 40)]),
            new("machine", 134, [new(1, WorkerActivity.Staying, 39)]),
        ],
        38,
        0,
        142,
        141,
        new Gauge(142, 75.25, 150),
        new Gauge(1, 2.5, 5));

    /// <summary>More of everything than fits on any terminal.</summary>
    public static ShopSnapshot Crowd { get; } = Pipeline with
    {
        Stages =
        [
            .. Enumerable.Range(0, 12).Select(stage => new StageSnapshot(
                $"stage-with-a-long-name-{stage}",
                1_000_000,
                [.. Enumerable.Range(1, 100_000).Select(number => new WorkerSnapshot(number, WorkerActivity.Blocked, 123_456_789))])),
        ],
        Served = 9_876_543_210,
        Lost = 1_234_567_890,
        InShop = int.MaxValue,
        PickUpQueue = int.MaxValue,
        Concurrency = new Gauge(int.MaxValue, 2_000_000_000, int.MaxValue),
        Parallelism = new Gauge(1_200_000, 1_100_000, 1_200_000),
    };

    /// <summary>A shop that has not opened yet.</summary>
    public static ShopSnapshot Empty { get; } = new(
        new ShopMoment(TimeSpan.Zero, 60, true), [new StageSnapshot("waiter", 0, ImmutableArray<WorkerSnapshot>.Empty)], 0, 0, 0, 0, new Gauge(0, null, 0), new Gauge(0, null, 0));
}
