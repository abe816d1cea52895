using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Time.Tests;

public class PacerTests
{
    private static readonly long Never = Ticks(1e6);

    private readonly FakeTimeProvider _wall = new();
    private readonly Pacer _pacer;

    public PacerTests() => _pacer = new Pacer(_wall);

    [Fact]
    public void A_clock_with_a_pace_is_that_many_times_as_fast_as_the_wall()
    {
        _pacer.Change(60, 0, Never);

        Pass(2);

        Reached().ShouldBe(120);
        Until(150).ShouldBe(0.5);
        Until(90).ShouldBe(-0.5, "it is late");
    }

    [Fact]
    public void A_new_pace_begins_where_the_clock_is()
    {
        _pacer.Change(60, 0, Never);
        Pass(10);

        _pacer.Change(120, 0, Never);

        Reached().ShouldBe(600);
        Until(720).ShouldBe(1);
        Pass(1);
        Reached().ShouldBe(720);
    }

    [Fact]
    public void A_stopped_clock_resumes_where_it_was()
    {
        _pacer.Change(60, 0, Never);
        Pass(10);
        _pacer.Change(0, 0, Never);
        Until(600).ShouldBe(3600, "not even for what is due now");

        Pass(500);

        Reached().ShouldBe(600);
        _pacer.Change(60, 0, Never);
        Reached().ShouldBe(600);
        Until(660).ShouldBe(1);
    }

    [Fact]
    public void A_clock_that_is_late_does_not_run_past_the_next_event()
    {
        _pacer.Change(1, 0, Never);
        Pass(100);
        Reached(last: 40, next: 50).ShouldBe(50);

        _pacer.Change(2, Ticks(40), Ticks(50));

        Until(60).ShouldBe(5);
    }

    [Fact]
    public void A_clock_without_a_pace_has_come_to_its_last_event_and_takes_a_pace_from_there()
    {
        Pass(100);
        Reached(last: 7).ShouldBe(7);
        Until(1000).ShouldBe(0);

        _pacer.Change(10, Ticks(7), Never);

        Until(17).ShouldBe(1);
    }

    [Fact]
    public void Time_before_the_start_does_not_count()
    {
        _pacer.Change(60, 0, Never);
        Pass(10);

        _pacer.Start();

        Until(60).ShouldBe(1);
    }

    [Fact]
    public void No_wait_is_longer_than_an_hour()
    {
        _pacer.Change(1e-300, 0, Never);

        Until(1e5).ShouldBe(3600);
    }

    private static long Ticks(double seconds) => (long)(seconds * TimeSpan.TicksPerSecond);

    private void Pass(double seconds) => _wall.Advance(TimeSpan.FromSeconds(seconds));

    private double Reached(double last = 0, double next = 1e6) => (double)_pacer.Reached(Ticks(last), Ticks(next)) / TimeSpan.TicksPerSecond;

    private double Until(double due) => _pacer.Until(Ticks(due)).TotalSeconds;
}
