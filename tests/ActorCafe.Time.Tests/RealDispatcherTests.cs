using Akka.Actor;
using Akka.Actor.Dsl;
using Akka.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Time.Tests;

public sealed class RealDispatcherTests : IAsyncDisposable
{
    private const string Dispatcher = "real-dispatcher";

    private readonly ActorSystem _system = ActorSystem.Create("real", ConfigurationFactory.ParseString($$"""
        akka.loglevel = off
        akka.stdout-loglevel = off
        akka.log-dead-letters = off
        {{Dispatcher}} { type = "ActorCafe.Time.RealDispatcherConfigurator, ActorCafe.Time" }
        """));

    private readonly TaskCompletionSource _drained = new();
    private readonly WallClock _clock;
    private long _heard;
    private long _heardWhenDrained;

    public RealDispatcherTests()
    {
        var dispatcher = (RealDispatcher)_system.Dispatchers.Lookup(Dispatcher);
        dispatcher.Drained = () =>
        {
            _heardWhenDrained = Interlocked.Read(ref _heard);
            _drained.TrySetResult();
        };
        _clock = new WallClock(TimeProvider.System, 1000, dispatcher);
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();

    [Fact]
    public async Task A_timer_in_the_background_does_not_put_off_the_end()
    {
        Start(actor => actor.OnPreStart = context =>
        {
            _clock.ScheduleBackground(TimeSpan.FromDays(1000), 0, context.Self, "too late");
            _clock.Release();
        });

        await _drained.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _clock.Events.ShouldBe(0);
    }

    [Fact]
    public async Task It_reports_the_end_after_the_last_of_many_timers_and_messages()
    {
        const int Hops = 1000;
        const int Actors = 50;

        // Each timer starts a message that visits all actors and sets the next timer, ten times.
        var ring = new IActorRef[Actors];
        for (var place = 0; place < Actors; place++)
        {
            var next = (place + 1) % Actors;
            ring[place] = Start(actor => actor.Receive<int>((hops, context) =>
            {
                Interlocked.Increment(ref _heard);
                if (hops % 100 == 0)
                {
                    _clock.Schedule(TimeSpan.FromSeconds(20), 0, ring[next], hops - 1);
                }
                else
                {
                    ring[next].Tell(hops - 1);
                }
            }, hops => hops > 0));
        }

        Start(actor => actor.OnPreStart = _ =>
        {
            _clock.Release();
            Array.ForEach(ring, one => one.Tell(Hops));
        });

        await _drained.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _heardWhenDrained.ShouldBe(Actors * Hops);
    }

    [Fact]
    public async Task A_restarting_actor_is_not_mistaken_for_the_end()
    {
        Action<IActorDsl> failing = actor =>
        {
            actor.Receive<string>((_, _) => throw new InvalidOperationException());
            actor.Receive<int>((_, _) => Interlocked.Increment(ref _heard));
        };
        Start(parent => parent.OnPreStart = context =>
        {
            var child = context.ActorOf(Props.Create(() => new Act(failing)).WithDispatcher(Dispatcher));
            _clock.Release();
            child.Tell("fail");
            child.Tell(1);
        });

        await _drained.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _heardWhenDrained.ShouldBe(1);
    }

    [Fact]
    public async Task Before_the_clock_is_released_something_is_still_to_come()
    {
        Start(actor => actor.ReceiveAny((_, _) => { })).Tell("hello");

        await _system.Terminate();

        _drained.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void While_a_timer_in_the_background_rings_the_run_is_not_drained_and_it_drains_again_afterwards()
    {
        var wall = new FakeTimeProvider();
        var dispatcher = (RealDispatcher)_system.Dispatchers.Lookup(Dispatcher);
        var clock = new WallClock(wall, 1, dispatcher);
        var drained = 0;
        dispatcher.Drained = () => drained++;
        (bool IsBusy, bool IsLate)? whileRinging = null;

        clock.Release();
        clock.ScheduleBackground(TimeSpan.FromSeconds(1), 0, new Listener(() => whileRinging = (dispatcher.IsBusy, clock.IsLate)), "rings");
        (drained, dispatcher.IsBusy, clock.IsLate).ShouldBe((1, false, false));
        wall.Advance(TimeSpan.FromSeconds(1));

        whileRinging.ShouldBe((true, true));
        (drained, dispatcher.IsBusy, clock.IsLate).ShouldBe((2, false, false));
    }

    private IActorRef Start(Action<IActorDsl> actor) => _system.ActorOf(Props.Create(() => new Act(actor)).WithDispatcher(Dispatcher));

    private sealed class Listener(Action told) : MinimalActorRef
    {
        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "listener";

        public override IActorRefProvider Provider => throw new NotSupportedException();

        protected override void TellInternal(object message, IActorRef sender) => told();
    }
}
