using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Properties;
using CsCheck;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Runs controlled from outside.</summary>
public sealed class ShopControlsTests
{
    private static readonly ShopSettings FourOrders = Shops.Single(1, new Deterministic(10)).WithArrivals(new ArrivalSettings.AllAtOnce(), 4);
    private static readonly ShopSettings ForDays = Shops.Pipeline().WithArrivals(new ArrivalSettings.Renewal(new Exponential(40), 1), 1_000_000).InMode(ClockMode.Paced, 1);

    private readonly ShopControls _controls = new();

    [Fact]
    public async Task An_added_worker_takes_the_next_order_at_once()
    {
        var result = await OnceAsync(FourOrders, () => _controls.ChangeWorkersAsync(0, +1));

        result.Makespan.ShouldBe(20);
        result.Stages[0].Workers.ShouldBe(2);
    }

    [Fact]
    public async Task A_removed_worker_finishes_its_current_order()
    {
        var result = await OnceAsync(FourOrders.WithStage("waiter", stage => stage with { Workers = 2 }), () => _controls.ChangeWorkersAsync(0, -1));

        result.Makespan.ShouldBe(30, "two at once, then one after the other");
        result.Orders.Served.ShouldBe(4);
    }

    [Fact]
    public async Task A_result_knows_the_pools_at_the_end_if_they_were_changed()
    {
        (await OnceAsync(FourOrders, () => _controls.ChangeWorkersAsync(0, +2))).ChangedPools.ShouldBe([3]);
    }

    [Fact]
    public async Task A_run_whose_pools_were_changed_has_no_steady_state()
    {
        var result = await OnceAsync(FourOrders, () => _controls.ChangeWorkersAsync(0, +1));

        result.SteadyState.Reason.ShouldBe("workers were added or removed while it ran");
    }

    [Fact]
    public async Task A_change_that_is_refused_is_none()
    {
        (await OnceAsync(FourOrders, () => _controls.ChangeWorkersAsync(0, -1))).ChangedPools.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_worker_cannot_be_removed()
    {
        Task<int?>? answer = null;
        var result = await OnceAsync(FourOrders, () => answer = _controls.ChangeWorkersAsync(0, -1));

        (await answer!).ShouldBeNull();
        result.Makespan.ShouldBe(40);
    }

    [Fact]
    public async Task A_schedule_sets_the_absolute_number_of_workers()
    {
        var shop = FourOrders.WithStage("waiter", stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromSeconds(5), 2)]) });

        var result = await OnceAsync(shop, () => _controls.ChangeWorkersAsync(0, +3));

        result.Makespan.ShouldBe(10, "all four had begun by then");
        result.Stages[0].Workers.ShouldBe(4);
    }

    [Fact]
    public async Task Resizing_an_unknown_stage_throws()
    {
        Task<int?>? answer = null;
        await OnceAsync(FourOrders, () => answer = _controls.ChangeWorkersAsync(1, +1));

        await Should.ThrowAsync<ArgumentOutOfRangeException>(answer!);
    }

    [Fact]
    public Task No_order_is_lost_while_workers_are_added_and_removed() => Gen.Select(AnyShop.Settings, Gen.Long[1, 1_000_000]).SampleAsync(
        async (shop, seed) =>
        {
            var controls = new ShopControls();
            var records = new OrderRecords();
            var result = await TestRuns.RunAsync(shop, new RunOptions
            {
                OrderLog = _ => records,
                Controls = controls,
                Timeline = _ => new InterferingTimeline(shop.Stages.Length, times =>
                {
                    var random = RandomStream.For(seed, 1, times);
                    controls.ChangeWorkersAsync((int)(random.NextDouble() * shop.Stages.Length), (int)(random.NextDouble() * 5) - 2);
                }),
            });

            result.Orders.Arrived.ShouldBe(result.Orders.Served + result.Orders.Rejected + result.Orders.Reneged + result.Orders.Unserved);
            records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, (int)result.Orders.Arrived).Select(number => (long)number));
            if (shop.Customers.StopAt is null && !shop.Stages.Any(stage => stage.Schedule.Changes.Any(change => change.Workers == 0)))
            {
                result.Orders.Unserved.ShouldBe(0);
            }
        },
        iter: 300);

    [Fact]
    public async Task Observing_and_pacing_a_run_leave_its_result_unchanged()
    {
        var alone = await TestRuns.RunAsync(Shops.Pipeline());
        var looks = 0;

        var paced = await InterfereAsync(Shops.Pipeline().InMode(ClockMode.Paced, 1e9), times =>
        {
            _controls.SetPace(1e9 + times);
            _controls.LookAsync(_ => ++looks);
        });

        paced.Checksum.ShouldBe(alone.Checksum);
        looks.ShouldBe(600);
    }

    [Fact]
    public async Task A_paused_run_stops_its_clock_and_resumes()
    {
        _controls.Pause();
        var run = TestRuns.RunAsync(Shops.Pipeline().InMode(ClockMode.Paced, 60), new RunOptions { Controls = _controls });

        var paused = await _controls.LookAsync(moment => moment);
        (paused.Pace, paused.IsPaused).ShouldBe((60, true));
        (await _controls.ChangeWorkersAsync(1, +1)).ShouldBe(2);
        _controls.SetPace(1e9);
        (await _controls.LookAsync(moment => moment)).ShouldBe(paused with { Pace = 1e9 });
        _controls.Resume();

        var result = await run;
        result.Orders.Served.ShouldBe(200);
        result.Stages[1].Workers.ShouldBe(2);
    }

    [Fact]
    public async Task A_paused_run_can_be_stopped_early()
    {
        using var close = new CancellationTokenSource();
        var run = TestRuns.RunAsync(ForDays, new RunOptions { Controls = _controls, CloseDoor = close.Token });
        _controls.Pause();
        await _controls.LookAsync(moment => moment);

        await close.CancelAsync();
        _controls.Pause();
        _controls.SetPace(0.001);

        (await run).Interrupted.ShouldBeTrue();
    }

    [Fact]
    public async Task After_the_run_every_request_is_cancelled()
    {
        await TestRuns.RunAsync(FourOrders, new RunOptions { Controls = _controls });

        _controls.Pause();
        await Should.ThrowAsync<OperationCanceledException>(() => _controls.LookAsync(moment => moment));
        await Should.ThrowAsync<OperationCanceledException>(() => _controls.ChangeWorkersAsync(0, +1));
    }

    [Fact]
    public async Task Controls_accept_only_a_single_run_in_virtual_time()
    {
        var options = new RunOptions { Controls = _controls };
        await Should.ThrowAsync<ArgumentException>(() => Simulation.RunAsync(FourOrders, options with { Replications = 2 }));
        await Should.ThrowAsync<ArgumentException>(() => Simulation.RunAsync(FourOrders, options with { UntilPrecision = 0.1 }));
        await Should.ThrowAsync<ArgumentException>(() => Simulation.RunAsync(FourOrders.InMode(ClockMode.Real, 1000), options));
        Should.Throw<ArgumentOutOfRangeException>(() => _controls.SetPace(0));
    }

    /// <summary>Runs an action when the first service begins.</summary>
    private Task<ShopResult> OnceAsync(ShopSettings shop, Func<Task<int?>> action) => InterfereAsync(shop, times =>
    {
        if (times == 1)
        {
            action();
        }
    });

    private Task<ShopResult> InterfereAsync(ShopSettings shop, Action<long> action) =>
        TestRuns.RunAsync(shop, new RunOptions { Controls = _controls, Timeline = _ => new InterferingTimeline(shop.Stages.Length, action) });
}
