using ActorCafe.Cli.Running;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Keys pressed while the shop is paused.</summary>
public sealed class WatchControllerTests : IAsyncLifetime, IDisposable
{
    private readonly ShopControls _controls = new();
    private readonly GracefulShutdown _shutdown = new();
    private readonly SnapshotTimeline _timeline = new(["waiter", "grinder", "machine"]);
    private readonly WatchController _controller;
    private readonly Task<ShopResult> _playing;

    public WatchControllerTests()
    {
        _controller = new WatchController(_controls, _shutdown, ["waiter", "grinder", "machine"], 60);
        var shop = SampleData.Shop();
        shop = shop with { Clock = new ClockSettings(ClockMode.Paced, 60), Customers = shop.Customers with { Orders = 1_000_000 } };
        _playing = Simulation.RunAsync(shop, new RunOptions
        {
            Controls = _controls,
            Timeline = _ => _timeline,
            CloseDoor = _shutdown.Token,
            MeasureCapacity = false,
        });
    }

    public async Task InitializeAsync() => await PressAsync(WatchAction.Pause);

    [Fact]
    public async Task Workers_come_to_the_selected_stage_and_go()
    {
        await PressAsync(WatchAction.StageBelow, WatchAction.AddWorker, WatchAction.AddWorker);
        _controller.Message.ShouldBe("grinder: 3 workers from now on");
        (await LookAsync()).Stages.Select(stage => stage.Workers.Length).ShouldBe([1, 3, 1]);

        await PressAsync(WatchAction.TakeWorker, WatchAction.TakeWorker);
        _controller.Message.ShouldBe("grinder: one worker from now on");
        await PressAsync(WatchAction.TakeWorker);
        _controller.Message.ShouldBe("grinder: its last worker stays");
        (await LookAsync()).Stages.Select(stage => stage.Workers.Length).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_not_selected()
    {
        await PressAsync(WatchAction.StageAbove);
        _controller.Selected.ShouldBe(0);
        await PressAsync(WatchAction.StageBelow, WatchAction.StageBelow, WatchAction.StageBelow);
        _controller.Selected.ShouldBe(2);
        await _controller.DoAsync(new WatchKey(WatchAction.Stage, 1));
        _controller.Selected.ShouldBe(1);
        await _controller.DoAsync(new WatchKey(WatchAction.Stage, 8));
        _controller.Selected.ShouldBe(1);
    }

    [Fact]
    public async Task The_pace_is_doubled_and_halved_within_limits()
    {
        await PressAsync(WatchAction.Faster);
        _controller.Message.ShouldBe("a second is 2m 00s in the shop");
        (await LookAsync()).Moment.Pace.ShouldBe(120);
        await PressAsync([.. Enumerable.Repeat(WatchAction.Slower, 50)]);
        (await LookAsync()).Moment.Pace.ShouldBe(0.125);
        await PressAsync([.. Enumerable.Repeat(WatchAction.Faster, 50)]);
        (await LookAsync()).Moment.Pace.ShouldBe(1 << 20);
    }

    [Fact]
    public async Task The_same_key_stops_time_and_lets_it_go_on()
    {
        (await LookAsync()).Moment.IsPaused.ShouldBeTrue();
        await PressAsync(WatchAction.Pause);
        (await LookAsync()).Moment.IsPaused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_end_is_that_of_a_door_closed_by_hand()
    {
        await PressAsync(WatchAction.End);

        (await _playing).Interrupted.ShouldBeTrue();
        _shutdown.IsRequestedByUser.ShouldBeTrue();
    }

    public async Task DisposeAsync()
    {
        _shutdown.Request();
        await _playing;
    }

    public void Dispose() => _shutdown.Dispose();

    private Task<ShopSnapshot> LookAsync() => _controls.LookAsync(_timeline.At);

    private async Task PressAsync(params WatchAction[] keys)
    {
        foreach (var key in keys)
        {
            await _controller.DoAsync(new WatchKey(key));
        }
    }
}
