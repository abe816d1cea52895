using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Time.Tests;

public class WallClockTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly FakeTimeProvider _wall = new();

    [Fact]
    public void It_reads_0_until_released_and_then_runs_at_its_scale()
    {
        var clock = new WallClock(_wall, 60);
        _wall.Advance(TimeSpan.FromSeconds(5));
        clock.Now.ShouldBe(TimeSpan.Zero);

        clock.Release();
        _wall.Advance(TimeSpan.FromSeconds(2));
        clock.Release();

        clock.Now.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(60, 120)]
    public void It_may_start_at_a_time_of_day(double scale, int seconds)
    {
        var clock = new WallClock(_wall, scale, startAt: TimeSpan.FromHours(8));
        clock.Now.ShouldBe(TimeSpan.FromHours(8));

        clock.Release();
        _wall.Advance(TimeSpan.FromSeconds(2));

        clock.Now.ShouldBe(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void A_message_arrives_when_its_scaled_time_has_passed_and_not_a_millisecond_before()
    {
        var clock = new WallClock(_wall, 60);

        clock.Schedule(TimeSpan.FromMinutes(1), 0, TestActor, "a minute later");

        _wall.Advance(TimeSpan.FromMilliseconds(999));
        ExpectNoMsg(TimeSpan.Zero);
        _wall.Advance(TimeSpan.FromMilliseconds(1));
        ExpectMsg("a minute later");
        clock.Events.ShouldBe(1);
    }

    [Fact]
    public void A_message_without_delay_is_told_at_once()
    {
        var clock = new WallClock(_wall, 60);

        clock.Schedule(TimeSpan.Zero, 0, TestActor, "at once");

        // The calling thread has already sent it, so there is nothing to wait for.
        HasMessages.ShouldBeTrue();
        ExpectMsg("at once", TimeSpan.Zero);
        clock.Events.ShouldBe(1);
    }

    [Fact]
    public void A_message_may_wait_longer_than_a_timer_of_the_runtime()
    {
        var clock = new WallClock(_wall, 1);

        clock.Schedule(TimeSpan.FromDays(100), 0, TestActor, "in the spring");

        for (var day = 1; day < 100; day++)
        {
            _wall.Advance(TimeSpan.FromDays(1));
        }

        ExpectNoMsg(TimeSpan.Zero);
        _wall.Advance(TimeSpan.FromDays(1));
        ExpectMsg("in the spring");
    }

    [Fact]
    public void A_message_on_the_real_wall_comes_when_its_scaled_time_has_passed()
    {
        var clock = new WallClock(TimeProvider.System, 600);
        clock.Release();

        // A shop minute takes a tenth of a second.
        clock.Schedule(TimeSpan.FromMinutes(1), 0, TestActor, "a minute later");

        ExpectMsg("a minute later", TimeSpan.FromSeconds(30));
        clock.Now.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(59), "a timer may be a millisecond early");
    }

    [Fact]
    public void A_negative_delay_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WallClock(_wall, 60).Schedule(TimeSpan.FromTicks(-1), 0, TestActor, "x"));
}
