using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// An actor that every order meets. It has one behaviour, so that its messages go straight to <see cref="UntypedActor.OnReceive"/>
/// (but for Akka's own timers, where it has some); and it asks once for itself, not for every message.
/// </summary>
internal abstract class CafeActor : UntypedActor
{
    private readonly bool _hasTimers;

    protected CafeActor() => _hasTimers = this is IWithTimers;

    /// <summary>This actor.</summary>
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
