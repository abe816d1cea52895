using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// Base class of the actors on the path of every order. Messages go straight to <see cref="UntypedActor.OnReceive"/>, because these actors never change their
/// behaviour; only an actor with Akka's timers takes the ordinary path. The reference to itself is read once, not for every message.
/// </summary>
internal abstract class CafeActor : UntypedActor
{
    private readonly bool _hasTimers;

    protected CafeActor() => _hasTimers = this is IWithTimers;

    protected new IActorRef Self { get; } = Context.Self;

    /// <inheritdoc/>
    protected override bool AroundReceive(Receive receive, object message)
    {
        if (_hasTimers)
        {
            return base.AroundReceive(receive, message);
        }

        OnReceive(message);
        return true;
    }
}
