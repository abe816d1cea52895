using System.Collections.Immutable;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Hand-made snapshots.</summary>
internal static class SampleSnapshots
{
    private static readonly TimeSpan Now = new(1, 2, 0);

    /// <summary>A pipeline with every state of a worker, and a queue.</summary>
    public static ShopSnapshot Pipeline { get; } = new(
        new ShopMoment(Now, 60, false),
        [
            new("waiter", 0, [new(1, WorkerActivity.HandingOver, 45)]),
            new("grinder", 3, [new(1, WorkerActivity.Serving, 41), new(2), new(3, WorkerActivity.Blocked, 40)]),
            new("machine", 134, [new(1, WorkerActivity.Staying, 39)]),
        ],
        38,
        0,
        142,
        141,
        Totals(Now, served: 38, concurrency: 75.25, parallelism: 2.5, (1, 0.5, 0), (3, 2, 0.25), (1, 0.75, 0.25)))
    {
        InProgress = 142,
        InService = 1,
    };

    /// <summary>The shop of <see cref="Pipeline"/>, with customers every 40 s.</summary>
    public static ShopSettings Shop { get; } = SampleData.Shop("pipeline", 1, 3, 1) with
    {
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Renewal(new Queueing.Distributions.Exponential(40), 1), Orders = 200 },
    };

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
        InProgress = int.MaxValue,
        InService = 1_200_000,
        Totals = Totals(Now, 9_876_543_210, 2_000_000_000, 1_100_000, [.. Enumerable.Repeat((100_000.0, 0.0, 100_000.0), 12)]),
    };

    /// <summary>A shop that has not opened yet.</summary>
    public static ShopSnapshot Empty { get; } = new(
        new ShopMoment(TimeSpan.Zero, 60, true),
        [.. Shop.Stages.Select(stage => new StageSnapshot(stage.Name, 0, ImmutableArray<WorkerSnapshot>.Empty))],
        0,
        0,
        0,
        0,
        Totals(TimeSpan.Zero, 0, 0, 0, (0, 0, 0), (0, 0, 0), (0, 0, 0)));

    /// <summary>A history that was even from opening to the moment of a snapshot.</summary>
    public static WatchHistory Until(ShopSnapshot snapshot)
    {
        var history = new WatchHistory();
        history.Add(Totals(TimeSpan.Zero, 0, 0, 0, [.. snapshot.Stages.Select(_ => (0.0, 0.0, 0.0))]));
        history.Add(snapshot.Totals);
        return history;
    }

    /// <summary>The shop that a snapshot is of.</summary>
    public static ShopSettings ShopOf(ShopSnapshot snapshot) => snapshot.Stages.Length == Shop.Stages.Length ? Shop : Shop with
    {
        Stages = [.. snapshot.Stages.Select((stage, index) => SampleData.Stage(index, stage.Name, "step", 1))],
    };

    /// <summary>Totals after a time with these mean levels: of workers, busy and held workers at each stage.</summary>
    public static ShopTotals Totals(TimeSpan at, long served, double concurrency, double parallelism, params (double Workers, double Busy, double Held)[] stages) => new(
        at,
        served,
        concurrency * at.Ticks,
        parallelism * at.Ticks,
        [.. stages.Select(stage => new StageTotals(stage.Workers * at.Ticks, stage.Busy * at.Ticks, stage.Held * at.Ticks))]);
}
