using ActorCafe.Time.Tests.Programs;
using Akka.Actor;
using Akka.Actor.Dsl;

namespace ActorCafe.Time.Tests;

/// <summary>What other threads do to actors in virtual time, over both ways of running them.</summary>
public abstract class ForeignThreadTests(bool runsActorsItself)
{
    [Fact]
    public async Task A_message_from_another_thread_after_the_start_fails_the_run()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        system.Start(actor =>
        {
            actor.OnPreStart = context => kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "go");
            actor.Receive<string>((_, context) =>
            {
                var self = context.Self;
                var other = new Thread(() => self.Tell(1)) { Name = "intruder" };
                other.Start();
                other.Join();
            });
        });

        var failure = Should.Throw<ForeignThreadException>(() => system.Run());

        failure.Message.ShouldContain("intruder");
    }

    [Fact]
    public async Task A_message_from_another_thread_is_not_delivered_during_the_run()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var kernel = system.Kernel;
        using var heard = new ManualResetEventSlim();
        var heardInTime = true;
        system.Start(actor =>
        {
            IActorRef idle = ActorRefs.Nobody;
            actor.OnPreStart = context =>
            {
                idle = context.ActorOf(Props.Create(() => new Act(child => child.ReceiveAny((_, _) => heard.Set()))).WithDispatcher(VirtualTimeSystem.Dispatcher));
                kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "go");
            };
            actor.Receive<string>((_, _) =>
            {
                var other = new Thread(() => idle.Tell(1));
                other.Start();
                other.Join();

                // It does not arrive during the run, however long one waits.
                heardInTime = heard.Wait(TimeSpan.FromMilliseconds(200));
            });
        });

        Should.Throw<ForeignThreadException>(() => system.Run());

        heardInTime.ShouldBeFalse("two threads would share the clock");
        heard.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue("after the run it is, so that actors can stop");
    }

    [Fact]
    public async Task An_actor_stopped_by_another_thread_fails_the_run_and_receives_all_its_messages()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        var heard = new List<string>();
        using var stopped = new ManualResetEventSlim();
        system.Start(actor =>
        {
            actor.OnPreStart = context => system.Kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "one");
            actor.OnPostStop = _ => stopped.Set();
            actor.Receive<string>((message, context) =>
            {
                heard.Add(message);
                if (message == "one")
                {
                    context.Self.Tell("two");
                    var self = (IInternalActorRef)context.Self;
                    var other = new Thread(self.Stop) { Name = "intruder" };
                    other.Start();
                    other.Join();
                }
            });
        });

        var failure = Should.Throw<ForeignThreadException>(() => system.Run());

        failure.Message.ShouldContain("intruder");
        heard.ShouldBe(["one", "two"]);
        stopped.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue("it stops after the run");
    }

    [Fact]
    public async Task An_actor_started_by_another_thread_fails_the_run_which_names_it()
    {
        await using var system = new VirtualTimeSystem(runsActorsItself);
        system.Start(actor =>
        {
            actor.OnPreStart = context => system.Kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "go");
            actor.Receive<string>((_, _) =>
            {
                // Akka starts it on a thread of its own.
                var latecomer = (IRepointableRef)system.System.ActorOf(ProgramActor.Props(new Stage(system.Kernel), ActorKind.Plain), "latecomer");
                SpinWait.SpinUntil(() => latecomer.IsStarted, TimeSpan.FromSeconds(60)).ShouldBeTrue();
            });
        });

        var failure = Should.Throw<ForeignThreadException>(() => system.Run());

        failure.Message.ShouldContain("latecomer");
    }
}

public sealed class ForeignThreadToActorsRunByTheKernelTests() : ForeignThreadTests(runsActorsItself: true);

public sealed class ForeignThreadToActorsRunByAkkaTests() : ForeignThreadTests(runsActorsItself: false);
