using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Time.Tests;

public class TimerClockTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly FakeTimeProvider _wall = new();

    [Fact]
    public void It_stands_at_0_until_released_and_then_goes_at_its_scale()
    {
        var clock = new TimerClock(_wall, 60);
        _wall.Advance(TimeSpan.FromSeconds(5));
        clock.Now.ShouldBe(TimeSpan.Zero);

        clock.Release();
        _wall.Advance(TimeSpan.FromSeconds(2));
        clock.Release();

        clock.Now.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void A_message_comes_when_its_scaled_time_has_passed_and_not_a_millisecond_before()
    {
        var clock = new TimerClock(_wall, 60);

        clock.Schedule(TimeSpan.FromMinutes(1), 0, TestActor, "a minute later");

        _wall.Advance(TimeSpan.FromMilliseconds(999));
        ExpectNoMsg(TimeSpan.Zero);
        _wall.Advance(TimeSpan.FromMilliseconds(1));
        ExpectMsg("a minute later");
        clock.Events.ShouldBe(1);
    }

    [Fact]
    public void A_message_that_has_not_to_wait_is_told_at_once()
    {
        var clock = new TimerClock(_wall, 60);

        clock.Schedule(TimeSpan.Zero, 0, TestActor, "at once");

        // The calling thread has told it: there is nothing to wait for.
        HasMessages.ShouldBeTrue();
        ExpectMsg("at once", TimeSpan.Zero);
        clock.Events.ShouldBe(1);
    }

    [Fact]
    public void A_negative_delay_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TimerClock(_wall, 60).Schedule(TimeSpan.FromTicks(-1), 0, TestActor, "x"));
}
