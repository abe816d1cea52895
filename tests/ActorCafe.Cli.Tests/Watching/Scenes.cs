using System.Collections.Immutable;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Scenes made by hand.</summary>
internal static class Scenes
{
    /// <summary>The pipeline with a full house: every state of a worker, and a queue.</summary>
    public static Scene Pipeline { get; } = new(
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
        new Dial(142, 75.25, 150),
        new Dial(1, 2.5, 5));

    /// <summary>More of everything than any terminal has room for.</summary>
    public static Scene Crowd { get; } = Pipeline with
    {
        Stages =
        [
            .. Enumerable.Range(0, 12).Select(stage => new StageScene(
                $"stage-with-a-long-name-{stage}",
                1_000_000,
                [.. Enumerable.Range(1, 100_000).Select(number => new Seat(number, WorkerActivity.Blocked, 123_456_789))])),
        ],
        Served = 9_876_543_210,
        Lost = 1_234_567_890,
        InShop = int.MaxValue,
        PickUpQueue = int.MaxValue,
        Concurrency = new Dial(int.MaxValue, 2_000_000_000, int.MaxValue),
        Parallelism = new Dial(1_200_000, 1_100_000, 1_200_000),
    };

    /// <summary>A shop that has not opened yet.</summary>
    public static Scene Empty { get; } = new(
        new ShopMoment(TimeSpan.Zero, 60, true), [new StageScene("waiter", 0, ImmutableArray<Seat>.Empty)], 0, 0, 0, 0, new Dial(0, null, 0), new Dial(0, null, 0));
}
