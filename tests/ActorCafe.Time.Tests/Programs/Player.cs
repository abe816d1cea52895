using Akka.Actor;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>One incarnation of an actor that does what its messages say.</summary>
internal sealed class Player(Stage stage, IActorContext context, ActorBase actor)
{
    private readonly string _name = context.Self.Path.Name;

    public Stage Stage => stage;

    public IUntypedActorContext Context => (IUntypedActorContext)context;

    public IActorRef Self => context.Self;

    public ITimerScheduler? Timers => (actor as IWithTimers)?.Timers;

    public IStash? Stash => (actor as IWithUnboundedStash)?.Stash;

    /// <summary>Whether it may do what needs Akka's bookkeeping.</summary>
    public bool IsDirect => actor is IDirectReceiver;

    public void Receive(object message, string behaviour = "")
    {
        Write($"{behaviour}{Show(message)} from {context.Sender?.Path.Name}");
        if (message is Note note)
        {
            foreach (var act in note.Acts)
            {
                act(this);
            }
        }
    }

    public void Write(string line) => stage.Write($"{_name}: {line}");

    public void Started(string how)
    {
        Write(how);
        if (!stage.MayStart())
        {
            throw new Fault(Directive.Stop);
        }
    }

    /// <summary>Creates a child.</summary>
    public IActorRef Create(ActorKind kind, string? name = null)
    {
        var child = context.ActorOf(ProgramActor.Props(stage, kind), name ?? stage.NextName());
        stage.Add(child);
        return child;
    }

    public static string Show(object? message) => message switch
    {
        null => "nothing",
        Note note => note.Name,
        Terminated gone => "Terminated " + gone.ActorRef.Path.Name,
        ActorIdentity identity => "identity of " + identity.Subject?.Path.Name,
        string text => text,
        _ => message.GetType().Name,
    };
}
