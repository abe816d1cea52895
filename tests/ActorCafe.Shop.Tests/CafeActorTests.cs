using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop.Tests;

public sealed class CafeActorTests : CafeKit
{
    private readonly WallClock _clock = new(new SecondPerReading(), 1);

    public CafeActorTests() => _clock.Release();

    [Fact]
    public void An_actor_finds_one_real_time_for_as_long_as_it_handles_a_message()
    {
        var actor = OnThisThread(Props.Create(() => new Reader(_clock, TestActor)));

        actor.Tell("read twice");
        actor.Tell("read twice");

        ExpectMsg((1.0, 1.0));
        ExpectMsg((2.0, 2.0));
    }

    [Fact]
    public void Outside_of_messages_each_reading_is_of_its_own_time()
    {
        var actor = OnThisThread(Props.Create(() => new Reader(_clock, TestActor)));

        actor.Tell("read twice");

        _clock.Now.ShouldBe(TimeSpan.FromSeconds(2));
        _clock.Now.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void After_a_message_that_failed_time_goes_on()
    {
        var actor = OnThisThread(Props.Create(() => new Reader(_clock, TestActor)));

        actor.Tell(new InvalidOperationException("out of beans"));

        _clock.Now.ShouldBe(TimeSpan.FromSeconds(2));
        _clock.Now.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Two_clocks_read_in_one_message_keep_their_own_times()
    {
        var later = new WallClock(new SecondPerReading(), 1, startAt: TimeSpan.FromHours(8));
        var actor = OnThisThread(Props.Create(() => new Reader(_clock, TestActor, later)));

        actor.Tell("read twice");

        ExpectMsg((1.0, 8.0 * 3600));
    }

    private sealed class Reader(WallClock clock, IActorRef listener, WallClock? other = null) : CafeActor
    {
        protected override bool Receive(object message)
        {
            var times = (clock.Now.TotalSeconds, (other ?? clock).Now.TotalSeconds);
            if (message is Exception failure)
            {
                throw failure;
            }

            listener.Tell(times, ActorRefs.NoSender);
            return true;
        }
    }

    /// <summary>Real time in which a second passes from one reading to the next.</summary>
    private sealed class SecondPerReading : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
