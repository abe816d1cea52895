using ActorCafe.Cli.Watching;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class WatchWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly WatchHistory _history = new();

    [Fact]
    public void Each_cell_has_the_mean_of_its_time()
    {
        // 2 in progress for ten minutes, then 6.
        Remember(0, 0);
        Remember(10, 20);
        Remember(20, 80);

        var window = At(20, cells: 4, pace: 1e6);

        window.Step.ShouldBe(5 * Minute);
        window.Cells.Select(cell => cell!.Concurrency).ShouldBe([2, 2, 6, 6]);
    }

    [Fact]
    public void At_first_the_window_grows_with_what_has_happened_and_then_shows_half_a_minute_of_real_time()
    {
        Remember(0, 0);
        Remember(5, 5);
        At(5, cells: 60, pace: 60).Step.ShouldBe(TimeSpan.FromSeconds(5));

        Remember(300, 300);
        (60 * At(300, cells: 60, pace: 60).Step).ShouldBe(30 * Minute);
    }

    [Fact]
    public void Figures_leave_out_the_time_before_the_pools_changed()
    {
        Remember(0, 0, busy: 0);
        Remember(10, 20, busy: 9);
        Remember(20, 80, busy: 12);

        var recent = At(20, cells: 40, pace: 60, poolsSince: 10).SincePools!;

        (recent.Length, recent.Concurrency).ShouldBe((10 * Minute, 6));
        recent.Busy(0)!.Value.ShouldBe(0.3, 1e-9);
        At(20, cells: 40, pace: 60, poolsSince: 20).SincePools.ShouldBeNull("no time has passed since then");
    }

    [Fact]
    public void A_moment_seen_again_counts_once_and_old_ones_are_forgotten()
    {
        for (var minute = 0; minute < 10_000; minute++)
        {
            Remember(minute, minute);
            Remember(minute, minute);
        }

        var window = At(9_999, cells: 10, pace: 1e6);
        window.Cells[^1]!.Concurrency.ShouldBe(1, 1e-9);
        _history.Since.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    /// <summary>Remembers what was in progress up to a minute, and how long the one worker was busy, in minutes.</summary>
    private void Remember(int minute, double inProgress, double busy = 0) => _history.Add(new ShopTotals(
        minute * Minute, 0, inProgress * Minute.Ticks, 0, [new StageTotals(minute * Minute.Ticks, busy * Minute.Ticks, 0)]));

    private WatchWindow At(int minute, int cells, double pace, int poolsSince = 0) => new(
        _history,
        SampleSnapshots.Empty with { Moment = SampleSnapshots.Empty.Moment with { Now = minute * Minute }, PoolsSince = poolsSince * Minute },
        pace,
        cells);
}
