using ActorCafe.Pictures.Studies;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Tests.Studies;

public sealed class StudyTests
{
    [Fact]
    public async Task Time_in_shop_grows_with_the_customers_and_keeps_to_theory()
    {
        var (pipeline, _) = await RecordedRuns.EssayAsync("pipeline");
        var curve = (await ResponseCurve.OfAsync([(pipeline.Settings, pipeline.Result.CapacityPerHour)], RecordedRuns.Study)).ShouldHaveSingleItem();
        curve.CapacityPerHour.ShouldBe(60, 1e-9);
        curve.Measured.Select(point => point.Seconds).ShouldBeInOrder();
        curve.Measured.ShouldAllBe(point => point.PerHour < 60);
        curve.IsExact.ShouldBeTrue();
        // 20 + 60 + 45 s of work without waiting.
        curve.Theory[0].Seconds.ShouldBeInRange(125, 135);
        // At 9 per hour, M/M/1 each: 20 / 0.95 + 60 / 0.85 + 45 / 0.8875 s.
        curve.Measured[0].PerHour.ShouldBe(9, 1e-9);
        curve.Measured[0].Seconds.ShouldBe(142.3, 6);
    }

    [Fact]
    public async Task Speed_up_ends_where_another_stage_is_the_bottleneck()
    {
        var (pipeline, _) = await RecordedRuns.EssayAsync("pipeline");
        var curve = (await SpeedUpCurve.OfAsync([(pipeline.Settings, "grinder")], RecordedRuns.Study)).ShouldHaveSingleItem();
        // The machine serves 80 per hour, one grinder 60.
        curve.Ceiling!.Value.ShouldBe(80.0 / 60, 1e-9);
        curve.Points.Select(point => point.Workers).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        curve.Points[0].SpeedUp.ShouldBe(1);
        curve.Points[^1].SpeedUp.ShouldBe(80.0 / 60, 1e-9);
    }

    [Fact]
    public async Task All_speed_ups_have_one_base_the_first_shop_as_it_is()
    {
        var (solo, _) = await RecordedRuns.EssayAsync("solo");
        var (more, _) = await RecordedRuns.EssayAsync("more-machines");
        var curves = await SpeedUpCurve.OfAsync([(solo.Settings, "waiter"), (more.Settings, "grinder")], RecordedRuns.Study);
        // Solo serves 28.8 per hour; with one, two and three grinders more-machines serves 60, 120 and, limited by its machines, 160.
        curves[0].Points[0].SpeedUp.ShouldBe(1);
        curves[1].Points.Take(3).Select(point => Math.Round(point.SpeedUp * 28.8, 6)).ShouldBe([60, 120, 160]);
        (curves[1].Ceiling * 28.8)!.Value.ShouldBe(160, 1e-6);
    }

    [Fact]
    public async Task A_large_pool_is_among_the_sizes_that_are_studied()
    {
        var (shop, _) = await RecordedRuns.ShopAsync("pipeline", "akka.actor.deployment./cafe/grinder.nr-of-instances=24");
        var curve = (await SpeedUpCurve.OfAsync([(shop.Settings, "grinder")], RecordedRuns.Study)).ShouldHaveSingleItem();
        curve.Points.Single(point => point.Workers == 24).SpeedUp.ShouldBe(1);
    }

    [Fact]
    public async Task No_speed_up_is_above_the_ceiling_of_stages_that_block()
    {
        var (shop, _) = await RecordedRuns.ShopAsync("pipeline", "cafe.stage.machine.queue-capacity=0");
        var curve = (await SpeedUpCurve.OfAsync([(shop.Settings, "machine")], RecordedRuns.Study)).ShouldHaveSingleItem();
        // One machine blocks the grinder: 45.4 per hour (Hunt), of 60.
        curve.Points[1].SpeedUp.ShouldBeGreaterThan(1.2);
        curve.Points.ShouldAllBe(point => point.SpeedUp <= 1.01 * curve.Ceiling!.Value);
    }

    [Fact]
    public async Task Nothing_limits_a_shop_of_one_stage()
    {
        var (shop, _) = await RecordedRuns.ShopAsync("pipeline", "cafe.stages=[waiter]", "cafe.stage.waiter.performs=[accept,grind,brew]",
            "cafe.stage.grinder=null", "cafe.stage.machine=null", "akka.actor.deployment./cafe/grinder=null", "akka.actor.deployment./cafe/machine=null");
        var curve = (await SpeedUpCurve.OfAsync([(shop.Settings, "waiter")], RecordedRuns.Study)).ShouldHaveSingleItem();
        curve.Ceiling.ShouldBeNull();
        curve.Points[^1].SpeedUp.ShouldBe(8, 1e-9);
    }

    [Fact]
    public async Task One_shared_queue_waits_least_and_queues_at_random_most()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("more-machines");
        var study = (await RouterStudy.OfAsync(shop.Settings, "grinder", RecordedRuns.Study))!;
        study.Waits.Select(wait => wait.Router).ShouldBe(StageSettings.Routers);
        study.Waits.Select(wait => wait.Seconds).ShouldBeInOrder();
        // M/M/2 at a load of 0.8: 60 * 0.64 / 0.36 s; M/M/1 at 0.8: 60 * 0.8 / 0.2 s.
        study.Waits[0].Theory!.Value.ShouldBe(60 * 0.64 / 0.36, 1e-6);
        study.Waits[3].Theory!.Value.ShouldBe(240, 1e-6);
    }

    [Fact]
    public async Task A_bottleneck_of_one_worker_is_studied_with_three()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("pipeline");
        (await RouterStudy.OfAsync(shop.Settings, "grinder", RecordedRuns.Study))!.Pools.ShouldBe([("waiter", 3), ("grinder", 3), ("machine", 3)]);
    }

    [Fact]
    public async Task What_cannot_be_studied_is_left_out()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("pipeline");
        var nobody = shop.Settings with { Menu = [.. shop.Settings.Menu.Select(drink => drink with { Share = 0 })] };
        (await ResponseCurve.OfAsync([(nobody, 60)], RecordedRuns.Study)).ShouldBeEmpty();
        (await SpeedUpCurve.OfAsync([(nobody, "grinder"), (shop.Settings, null)], RecordedRuns.Study)).ShouldBeEmpty();
        (await RouterStudy.OfAsync(shop.Settings, null, RecordedRuns.Study)).ShouldBeNull();
    }

    [Fact]
    public async Task The_clock_of_the_shop_does_not_matter()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("pipeline");
        var real = shop.Settings with { Clock = new ClockSettings(ClockMode.Real, 60) };
        var (a, b) = (await SpeedUpCurve.OfAsync([(real, "grinder")], RecordedRuns.Study), await SpeedUpCurve.OfAsync([(shop.Settings, "grinder")], RecordedRuns.Study));
        a[0].Points.ShouldBe(b[0].Points);
    }

    [Fact]
    public async Task A_closed_door_ends_a_study()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("pipeline");
        using var closing = new CancellationTokenSource();
        var study = new StudyOptions(1, new CloseAtOnce(closing), closing.Token);
        await Should.ThrowAsync<OperationCanceledException>(() => ResponseCurve.OfAsync([(shop.Settings, 60)], study));
    }

    private sealed class CloseAtOnce(CancellationTokenSource closing) : IProgress<double>
    {
        public void Report(double value) => closing.Cancel();
    }
}
