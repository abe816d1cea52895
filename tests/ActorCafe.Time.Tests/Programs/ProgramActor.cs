using Akka.Actor;
using Akka.Actor.Scheduler;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>An actor that does what its messages say, and logs all that happens to it.</summary>
internal abstract class ProgramActor : UntypedActor
{
    private readonly Player _player;

    protected ProgramActor(Stage stage) => _player = new Player(stage, Context, this);

    public static Props Props(Stage stage, ActorKind kind)
    {
        var props = kind switch
        {
            ActorKind.Direct => Akka.Actor.Props.Create(() => new Direct(stage)),
            ActorKind.Timed => Akka.Actor.Props.Create(() => new Timed(stage)),
            ActorKind.Stashing => Akka.Actor.Props.Create(() => new Stashing(stage)).WithMailbox("akka.actor.mailbox.unbounded-deque-based"),
            _ => Akka.Actor.Props.Create(() => new Plain(stage)),
        };
        return props.WithDispatcher(VirtualTimeSystem.Dispatcher);
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        _player.Write("supervises " + failure.GetType().Name);
        return failure switch
        {
            Fault fault => fault.Directive,
            ActorKilledException or ActorInitializationException => Directive.Stop,
            _ => Directive.Restart,
        };
    });

    protected override void OnReceive(object message) => _player.Receive(message);

    protected override void PreStart() => _player.Started("PreStart");

    protected override void PreRestart(Exception reason, object message)
    {
        _player.Write($"PreRestart {reason.GetType().Name} at {Player.Show(message)}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason) => _player.Started($"PostRestart {reason.GetType().Name}");

    protected override void PostStop() => _player.Write("PostStop");

    private sealed class Plain(Stage stage) : ProgramActor(stage);

    private sealed class Direct(Stage stage) : ProgramActor(stage), IDirectReceiver
    {
        public bool TryReceive(object message)
        {
            if (message is IAutoReceivedMessage or IScheduledTellMsg)
            {
                return false;
            }

            OnReceive(message);
            return true;
        }
    }

    private sealed class Timed(Stage stage) : ProgramActor(stage), IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;
    }

    private sealed class Stashing(Stage stage) : ProgramActor(stage), IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;
    }
}
