using ActorCafe.Cli.Files;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class SceneTimelineTests
{
    /// <summary>Accept 20 s, grind 60 s, brew 45 s; customers at 0, 0, 0.</summary>
    private static readonly ShopSettings ThreeAtOnce = HandMade.Shop() with
    {
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.AllAtOnce(), Orders = 3 },
    };

    [Fact]
    public async Task A_scene_is_the_shop_at_its_moment()
    {
        // Begun: 1 accept, 1 grind and 2 accept, 2 wait and 3 accept, then at 80 s: 1 brew, 2 grind, 3 waits.
        var scenes = await ScenesAsync(ThreeAtOnce);

        var scene = scenes.Last(scene => scene.Moment.Now == TimeSpan.FromSeconds(80));
        scene.Stages[0].Workers.ShouldBe([new Seat(1)]);
        scene.Stages[1].Workers.ShouldBe([new Seat(1, WorkerActivity.Serving, 2)]);
        scene.Stages[1].Queue.ShouldBe(1);
        scene.Stages[2].Workers.ShouldBe([new Seat(1, WorkerActivity.Serving, 1)]);
        (scene.Served, scene.Lost, scene.InShop, scene.PickUpQueue, scene.Workers).ShouldBe((0, 0, 3, 3, 3));
        (scene.Concurrency.Now, scene.Concurrency.Max, scene.Parallelism.Now, scene.Parallelism.Max).ShouldBe((3, 3, 2, 2));
        // 1 in progress from 0, 2 from 20 s, 3 from 40 s on; at work: waiter 60 s, grinder 60 s.
        scene.Concurrency.Mean!.Value.ShouldBe((20 + 40 + (3 * 40)) / 80.0, 1e-9);
        scene.Parallelism.Mean!.Value.ShouldBe(120 / 80.0, 1e-9);
    }

    [Fact]
    public async Task The_last_order_leaves_an_empty_shop()
    {
        var scene = (await ScenesAsync(ThreeAtOnce))[^1];

        scene.Moment.Now.ShouldBe(TimeSpan.FromSeconds(200));
        (scene.Served, scene.InShop, scene.PickUpQueue).ShouldBe((2, 1, 1), "what began last is the third order's brewing");
    }

    /// <summary>A look whenever a worker has begun something.</summary>
    private static async Task<List<Scene>> ScenesAsync(ShopSettings shop)
    {
        var (controls, scenes) = (new ShopControls(), new List<Scene>());
        var timeline = new SceneTimeline([.. shop.Stages.Select(stage => stage.Name)]);
        var look = new Looking(shop.Stages.Length, () => controls.LookAsync(moment =>
        {
            scenes.Add(timeline.At(moment));
            return true;
        }));
        await Simulation.RunAsync(shop, new RunOptions { Controls = controls, Timeline = _ => EveryTimeline.Of(timeline, look), MeasureCapacity = false });
        return scenes;
    }

    private sealed class Looking(int stages, Func<Task> look) : ShopLevels(stages)
    {
        public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => look();
    }
}
