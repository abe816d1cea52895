using ActorCafe.Cli.Playing;
using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Keys pressed at a shop that stands still.</summary>
public sealed class ConductorTests : IAsyncLifetime, IDisposable
{
    private readonly ShopControls _controls = new();
    private readonly Door _door = new();
    private readonly SceneTimeline _timeline = new(["waiter", "grinder", "machine"]);
    private readonly Conductor _conductor;
    private readonly Task<ShopResult> _playing;

    public ConductorTests()
    {
        _conductor = new Conductor(_controls, _door, ["waiter", "grinder", "machine"], 60);
        var shop = HandMade.Shop();
        shop = shop with { Clock = new ClockSettings(ClockMode.Paced, 60), Customers = shop.Customers with { Orders = 1_000_000 } };
        _playing = Simulation.RunAsync(shop, new RunOptions
        {
            Controls = _controls,
            Timeline = _ => _timeline,
            CloseDoor = _door.Closing,
            MeasureCapacity = false,
        });
    }

    public async Task InitializeAsync() => await PressAsync(WatchVerb.Pause);

    [Fact]
    public async Task Workers_come_to_the_selected_stage_and_go()
    {
        await PressAsync(WatchVerb.StageBelow, WatchVerb.AddWorker, WatchVerb.AddWorker);
        _conductor.Said.ShouldBe("grinder: 3 workers from now on");
        (await LookAsync()).Stages.Select(stage => stage.Workers.Length).ShouldBe([1, 3, 1]);

        await PressAsync(WatchVerb.TakeWorker, WatchVerb.TakeWorker);
        _conductor.Said.ShouldBe("grinder: one worker from now on");
        await PressAsync(WatchVerb.TakeWorker);
        _conductor.Said.ShouldBe("grinder: its last worker stays");
        (await LookAsync()).Stages.Select(stage => stage.Workers.Length).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_not_selected()
    {
        await PressAsync(WatchVerb.StageAbove);
        _conductor.Selected.ShouldBe(0);
        await PressAsync(WatchVerb.StageBelow, WatchVerb.StageBelow, WatchVerb.StageBelow);
        _conductor.Selected.ShouldBe(2);
        await _conductor.DoAsync(new WatchKey(WatchVerb.Stage, 1));
        _conductor.Selected.ShouldBe(1);
        await _conductor.DoAsync(new WatchKey(WatchVerb.Stage, 8));
        _conductor.Selected.ShouldBe(1);
    }

    [Fact]
    public async Task The_pace_is_doubled_and_halved_within_limits()
    {
        await PressAsync(WatchVerb.Faster);
        _conductor.Said.ShouldBe("a second is 2m 00s in the shop");
        (await LookAsync()).Moment.Pace.ShouldBe(120);
        await PressAsync([.. Enumerable.Repeat(WatchVerb.Slower, 50)]);
        (await LookAsync()).Moment.Pace.ShouldBe(0.125);
        await PressAsync([.. Enumerable.Repeat(WatchVerb.Faster, 50)]);
        (await LookAsync()).Moment.Pace.ShouldBe(1 << 20);
    }

    [Fact]
    public async Task The_same_key_stops_time_and_lets_it_go_on()
    {
        (await LookAsync()).Moment.IsPaused.ShouldBeTrue();
        await PressAsync(WatchVerb.Pause);
        (await LookAsync()).Moment.IsPaused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_end_is_that_of_a_door_closed_by_hand()
    {
        await PressAsync(WatchVerb.End);

        (await _playing).Interrupted.ShouldBeTrue();
        _door.IsClosedByHand.ShouldBeTrue();
    }

    public async Task DisposeAsync()
    {
        _door.Close();
        await _playing;
    }

    public void Dispose() => _door.Dispose();

    private Task<Scene> LookAsync() => _controls.LookAsync(_timeline.At);

    private async Task PressAsync(params WatchVerb[] keys)
    {
        foreach (var key in keys)
        {
            await _conductor.DoAsync(new WatchKey(key));
        }
    }
}
