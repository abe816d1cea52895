using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Time.Tests;

/// <summary>Run over both ways of running actors.</summary>
public abstract class VirtualSchedulerTests(bool runsActorsItself)
{
    [Fact]
    public async Task Akkas_own_scheduling_from_an_actor_is_virtual()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var heard = new List<(string, TimeSpan)>();
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                var scheduler = context.System.Scheduler;
                scheduler.ScheduleTellOnce(TimeSpan.FromDays(7), context.Self, "once", ActorRefs.NoSender);
                scheduler.Advanced.ScheduleOnce(TimeSpan.FromDays(8), () => heard.Add(("action", kernel.Now)));
            };
            actor.Receive<string>((message, _) => heard.Add((message, kernel.Now)));
        });

        system.Run();

        heard.ShouldBe([("once", TimeSpan.FromDays(7)), ("action", TimeSpan.FromDays(8))]);
    }

    [Fact]
    public async Task A_repeated_message_comes_at_every_interval_until_cancelled()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        var heard = new List<double>();
        system.Start(actor =>
        {
            var cancel = new Cancelable(system.System.Scheduler);
            actor.OnPreStart = context => context.System.Scheduler.ScheduleTellRepeatedly(
                TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), context.Self, "tick", ActorRefs.NoSender, cancel);
            actor.ReceiveAny((_, _) =>
            {
                heard.Add(kernel.Now.TotalSeconds);
                if (heard.Count == 3)
                {
                    cancel.Cancel();
                }
            });
        });

        system.Run();

        heard.ShouldBe([1, 11, 21]);
    }

    [Fact]
    public async Task A_cancelled_message_never_comes()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var heard = 0;
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
                context.System.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromSeconds(1), context.Self, "x", ActorRefs.NoSender).Cancel();
            actor.ReceiveAny((_, _) => heard++);
        });

        system.Run();

        heard.ShouldBe(0);
    }

    [Fact]
    public async Task Calls_from_other_threads_keep_wall_time()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var rung = new TaskCompletionSource();

        // The kernel is not running, so only wall time can pass.
        system.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(20), () => rung.SetResult());

        await rung.Task.WaitAsync(TimeSpan.FromSeconds(60));
        system.Kernel.Events.ShouldBe(0);
    }

    [Fact]
    public async Task The_clock_an_actor_reads_from_its_scheduler_is_virtual()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var read = TimeSpan.Zero;
        system.Start(actor =>
        {
            actor.OnPreStart = context => system.Kernel.Schedule(TimeSpan.FromHours(5), 0, context.Self, "x");
            actor.ReceiveAny((_, context) => read = context.System.Scheduler.MonotonicClock);
        });

        system.Run();

        read.ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void The_virtual_dispatcher_without_the_virtual_scheduler_says_what_is_missing()
    {
        using var system = ActorSystem.Create("wall", ConfigurationFactory.ParseString("""
            akka.loglevel = off
            akka.stdout-loglevel = off
            lonely { type = "ActorCafe.Time.VirtualDispatcherConfigurator, ActorCafe.Time" }
            """));

        var failure = Should.Throw<Exception>(() => system.Dispatchers.Lookup("lonely"));

        failure.ToString().ShouldContain("akka.scheduler.implementation");
    }
}

public sealed class VirtualSchedulerOfActorsRunByTheKernelTests() : VirtualSchedulerTests(runsActorsItself: true);

public sealed class VirtualSchedulerOfActorsRunByAkkaTests() : VirtualSchedulerTests(runsActorsItself: false);
