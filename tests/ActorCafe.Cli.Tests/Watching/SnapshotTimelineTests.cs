using ActorCafe.Cli.Files;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class SnapshotTimelineTests
{
    /// <summary>Accept 20 s, grind 60 s, brew 45 s; customers at 0, 0, 0.</summary>
    private static readonly ShopSettings ThreeAtOnce = SampleData.Shop() with
    {
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.AllAtOnce(), Orders = 3 },
    };

    [Fact]
    public async Task A_scene_is_the_shop_at_its_moment()
    {
        // Started: 1 accept, 1 grind and 2 accept, 2 waits and 3 accept, then at 80 s: 1 brew, 2 grind, 3 waits.
        var scenes = await ScenesAsync(ThreeAtOnce);

        var snapshot = scenes.Last(snapshot => snapshot.Moment.Now == TimeSpan.FromSeconds(80));
        snapshot.Stages[0].Workers.ShouldBe([new WorkerSnapshot(1)]);
        snapshot.Stages[1].Workers.ShouldBe([new WorkerSnapshot(1, WorkerActivity.Serving, 2)]);
        snapshot.Stages[1].Queue.ShouldBe(1);
        snapshot.Stages[2].Workers.ShouldBe([new WorkerSnapshot(1, WorkerActivity.Serving, 1)]);
        (snapshot.Served, snapshot.Lost, snapshot.InShop, snapshot.PickUpQueue, snapshot.Workers).ShouldBe((0, 0, 3, 3, 3));
        (snapshot.InProgress, snapshot.InService).ShouldBe((3, 2));
        // 1 in progress from 0, 2 from 20 s, 3 from 40 s; in service: waiter 60 s, grinder 60 s.
        snapshot.Totals.Concurrency.ShouldBe((20 + 40 + (3 * 40)) * (double)TimeSpan.TicksPerSecond);
        snapshot.Totals.Parallelism.ShouldBe(120 * (double)TimeSpan.TicksPerSecond);
        snapshot.Totals.Stages[1].ShouldBe(new StageTotals(80 * TimeSpan.TicksPerSecond, 60 * TimeSpan.TicksPerSecond, 0));
    }

    [Fact]
    public async Task Totals_count_from_opening_and_the_clock_shows_the_time_of_day()
    {
        var scenes = await ScenesAsync(ThreeAtOnce with { Customers = ThreeAtOnce.Customers with { OpensAt = TimeSpan.FromHours(8) } });

        var snapshot = scenes.Last(snapshot => snapshot.Moment.Now == TimeSpan.FromHours(8) + TimeSpan.FromSeconds(80));
        snapshot.Totals.Concurrency.ShouldBe((20 + 40 + (3 * 40)) * (double)TimeSpan.TicksPerSecond);
        snapshot.Totals.Stages[0].Workers.ShouldBe(80 * TimeSpan.TicksPerSecond);
        snapshot.PoolsSince.ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task The_last_order_leaves_an_empty_shop()
    {
        var snapshot = (await ScenesAsync(ThreeAtOnce))[^1];

        snapshot.Moment.Now.ShouldBe(TimeSpan.FromSeconds(200));
        (snapshot.Served, snapshot.InShop, snapshot.PickUpQueue).ShouldBe((2, 1, 1), "what began last is the third order's brewing");
    }

    /// <summary>Takes a snapshot whenever a worker begins something.</summary>
    private static async Task<List<ShopSnapshot>> ScenesAsync(ShopSettings shop)
    {
        var (controls, scenes) = (new ShopControls(), new List<ShopSnapshot>());
        var timeline = new SnapshotTimeline([.. shop.Stages.Select(stage => stage.Name)], shop.Customers.OpensAt);
        var look = new TakesSnapshots(shop.Stages.Length, () => controls.LookAsync(moment =>
        {
            scenes.Add(timeline.At(moment));
            return true;
        }));
        await Simulation.RunAsync(shop, new RunOptions { Controls = controls, Timeline = _ => CompositeTimeline.Of(timeline, look), MeasureCapacity = false });
        return scenes;
    }

    private sealed class TakesSnapshots(int stages, Func<Task> look) : ShopLevels(stages)
    {
        public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => look();
    }
}
