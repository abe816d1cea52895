using Akka.Actor;

namespace ActorCafe.Time.Tests;

/// <summary>The virtual scheduler, called from threads other than the kernel's.</summary>
public sealed class RealTimersTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_is_pending_when_the_system_ends_is_called_then()
    {
        var system = new VirtualTimeSystem();
        var called = 0;
        system.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromDays(1), () => called++);
        system.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromDays(1000), () => called++);

        await system.DisposeAsync();

        called.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_cancelled_is_never_called()
    {
        var system = new VirtualTimeSystem();
        var called = 0;
        system.System.Scheduler.Advanced.ScheduleOnceCancelable(TimeSpan.FromDays(1), () => called++).Cancel();

        await system.DisposeAsync();

        called.ShouldBe(0);
    }

    [Fact]
    public async Task After_the_end_scheduling_fails_as_in_Akka()
    {
        var system = new VirtualTimeSystem();
        await system.DisposeAsync();

        Should.Throw<SchedulerException>(() => system.System.Scheduler.Advanced.ScheduleOnce(Moment, () => { }));
    }

    [Fact]
    public async Task A_repeated_action_that_fails_is_called_again()
    {
        await using var system = new VirtualTimeSystem();
        var called = 0;
        var again = new TaskCompletionSource();

        system.System.Scheduler.Advanced.ScheduleRepeatedly(Moment, Moment, () =>
        {
            if (++called == 1)
            {
                throw new InvalidOperationException("at first");
            }

            again.TrySetResult();
        });

        await again.Task.WaitAsync(Patience);
    }
}
