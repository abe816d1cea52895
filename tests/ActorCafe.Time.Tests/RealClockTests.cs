using Akka.Actor;

namespace ActorCafe.Time.Tests;

public class RealClockTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void It_stands_at_0_until_released()
    {
        var clock = new RealClock(Sys.Scheduler, 60);

        clock.Now.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_scaled_message_comes_when_its_shop_time_has_passed()
    {
        var clock = new RealClock(Sys.Scheduler, 600);
        clock.Release();

        // A shop minute is a tenth of a second.
        clock.Schedule(TimeSpan.FromMinutes(1), 0, TestActor, "a minute later");

        ExpectMsg("a minute later", TimeSpan.FromSeconds(30));
        clock.Now.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(54), "the wheel may be one of its ticks early");
        clock.Events.ShouldBe(1);
    }

    [Fact]
    public void A_negative_delay_is_refused()
    {
        var clock = new RealClock(Sys.Scheduler, 60);

        Should.Throw<ArgumentOutOfRangeException>(() => clock.Schedule(TimeSpan.FromTicks(-1), 0, TestActor, "x"));
    }
}
