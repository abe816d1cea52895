using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Dsl;

namespace ActorCafe.Time.Tests;

/// <summary>Run over both ways of running actors, whose effects are the same.</summary>
public abstract class VirtualKernelTests(bool runsActorsItself)
{
    [Fact]
    public async Task The_clock_jumps_from_timer_to_timer()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var rung = new List<TimeSpan>();
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromHours(3), 0, context.Self, "three");
                kernel.Schedule(TimeSpan.FromHours(1), 0, context.Self, "one");
            };
            actor.ReceiveAny((_, _) => rung.Add(kernel.Now));
        });

        var stopped = system.Run();

        stopped.ShouldBeFalse("nobody stopped it: it drained");
        rung.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromHours(3)]);
        kernel.Events.ShouldBe(2);
    }

    [Fact]
    public async Task Timers_in_the_background_ring_in_order_and_keep_no_run_alive()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var rung = new List<object>();
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromHours(2), 0, context.Self, "two");
                kernel.ScheduleBackground(TimeSpan.FromHours(1), 0, context.Self, "one");
                kernel.ScheduleBackground(TimeSpan.FromHours(3), 0, context.Self, "three");
                kernel.ScheduleBackground(TimeSpan.MaxValue, 0, context.Self, "out of reach");
            };
            actor.ReceiveAny((message, _) => rung.Add(message));
        });

        system.Run().ShouldBeFalse("it drained");

        rung.ShouldBe(["one", "two"]);
        kernel.Events.ShouldBe(1, "the one in the background is no event");
    }

    [Fact]
    public async Task A_run_goes_on_with_timers_in_the_background_as_long_as_it_is_asked_to()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var rung = new List<object>();
        kernel.GoesOnInBackground = () => rung.Count < 2;
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                foreach (var hour in Enumerable.Range(1, 3))
                {
                    kernel.ScheduleBackground(TimeSpan.FromHours(hour), 0, context.Self, hour);
                }
            };
            actor.ReceiveAny((message, _) => rung.Add(message));
        });

        system.Run().ShouldBeFalse();

        rung.ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3600.0)]
    public async Task The_clock_may_start_at_a_time_of_day_and_does_not_wait_for_it(double? pace)
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        kernel.Pace = pace;
        kernel.StartAt(TimeSpan.FromDays(8));
        var rung = new List<TimeSpan>();
        system.Start(actor =>
        {
            actor.OnPreStart = context => kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "one");
            actor.ReceiveAny((_, _) => rung.Add(kernel.Now));
        });
        var watch = Stopwatch.StartNew();

        system.Run();

        rung.ShouldBe([TimeSpan.FromDays(8) + TimeSpan.FromSeconds(1)]);
        // Eight days at this pace would be more than three minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_timer_beyond_what_the_clock_counts_fails_the_run_only_when_it_is_next()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var rung = new List<object>();
        system.Start(actor =>
        {
            actor.OnPreStart = context => kernel.Schedule(TimeSpan.FromHours(1), 0, context.Self, "near");
            actor.ReceiveAny((message, context) =>
            {
                rung.Add(message);
                if (message is "near")
                {
                    kernel.Schedule(TimeSpan.MaxValue - TimeSpan.FromMinutes(1), 0, context.Self, "out of reach");
                    kernel.Schedule(TimeSpan.FromDays(1_000_000), 0, context.Self, "far");
                }
            });
        });

        Should.Throw<ClockExhaustedException>(() => system.Run());

        rung.ShouldBe(["near", "far"]);
    }

    [Fact]
    public async Task Events_of_one_instant_go_by_rank_and_then_by_the_order_of_scheduling()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var heard = new List<string>();
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromSeconds(1), 2, context.Self, "rank 2");
                kernel.Schedule(TimeSpan.FromSeconds(1), 1, context.Self, "rank 1, first");
                kernel.Schedule(TimeSpan.FromSeconds(1), 1, context.Self, "rank 1, second");
            };
            actor.Receive<string>((message, _) => heard.Add(message));
        });

        system.Run();

        heard.ShouldBe(["rank 1, first", "rank 1, second", "rank 2"]);
    }

    [Fact]
    public async Task All_messages_of_an_event_are_delivered_before_the_next_event_of_its_instant()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var heard = new List<string>();
        system.Start(actor =>
        {
            IActorRef second = ActorRefs.Nobody;
            actor.OnPreStart = context =>
            {
                second = context.ActorOf(Props.Create(() => new Act(child => child.Receive<string>((message, _) => heard.Add(message)))).WithDispatcher(VirtualTimeSystem.Dispatcher));
                kernel.Schedule(TimeSpan.FromSeconds(1), 1, context.Self, "first event");
                kernel.Schedule(TimeSpan.FromSeconds(1), 2, context.Self, "second event");
            };
            actor.Receive<string>((message, _) =>
            {
                heard.Add(message);
                second.Tell("after " + message);
            });
        });

        system.Run();

        heard.ShouldBe(["first event", "after first event", "second event", "after second event"]);
    }

    [Fact]
    public async Task Stop_ends_the_run_even_if_timers_are_left()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "now");
                kernel.Schedule(TimeSpan.FromSeconds(2), 0, context.Self, "never");
            };
            actor.ReceiveAny((_, _) => kernel.Stop());
        });

        system.Run().ShouldBeTrue();

        kernel.Now.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_was_told_before_a_timer_rings_comes_before_its_message()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var heard = new List<string>();
        IActorRef first = ActorRefs.Nobody, second = ActorRefs.Nobody;
        kernel.GoesOnInBackground = () =>
        {
            if (heard.Count > 0)
            {
                return false;
            }

            first.Tell("told");
            kernel.Schedule(TimeSpan.FromSeconds(1), 0, second, "rung");
            return true;
        };
        system.Start(actor => actor.OnPreStart = context =>
        {
            var listener = Props.Create(() => new Act(child => child.Receive<string>((message, _) => heard.Add(message)))).WithDispatcher(VirtualTimeSystem.Dispatcher);
            (first, second) = (context.ActorOf(listener), context.ActorOf(listener));
        });

        system.Run();

        heard.ShouldBe(["told", "rung"]);
    }

    [Fact]
    public async Task After_the_run_nothing_is_scheduled_any_more()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        system.Start(actor => actor.ReceiveAny((_, _) => { }));
        system.Run();

        kernel.Schedule(TimeSpan.FromSeconds(1), 0, ActorRefs.Nobody, "too late");

        system.Run();
        kernel.Events.ShouldBe(0);
    }

    [Fact]
    public async Task A_posted_action_runs_on_the_kernels_thread_at_the_time_that_has_been_reached()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var posted = false;
        system.Start(actor =>
        {
            actor.OnPreStart = context => kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "go");
            actor.ReceiveAny((_, _) => kernel.Post(() => posted = kernel.IsCurrent && kernel.Now == TimeSpan.FromSeconds(1)));
        });

        system.Run();

        posted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_negative_delay_is_refused()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);

        Should.Throw<ArgumentOutOfRangeException>(() => system.Kernel.Schedule(TimeSpan.FromTicks(-1), 0, ActorRefs.Nobody, "x"));
    }

    [Fact]
    public async Task The_system_can_be_shut_down_after_the_run()
    {
        var system = new VirtualTimeSystem(runsActorsItself);
        system.Start(actor => actor.ReceiveAny((_, _) => { }));
        system.Run();

        await system.DisposeAsync();

        system.System.WhenTerminated.IsCompleted.ShouldBeTrue();
    }
}

public sealed class VirtualKernelThatRunsItsActorsTests() : VirtualKernelTests(runsActorsItself: true);

public sealed class VirtualKernelThroughAkkasMailboxesTests() : VirtualKernelTests(runsActorsItself: false);
