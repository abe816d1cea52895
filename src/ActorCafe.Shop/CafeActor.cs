using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// Base class of the actors on the path of every order. Messages go straight to <see cref="UntypedActor.OnReceive"/>, because these actors never change their
/// behaviour, in virtual time even without Akka's bookkeeping. The reference to itself is read once, not for every message.
/// </summary>
public abstract class CafeActor : UntypedActor, IDirectReceiver
{
    private protected new IActorRef Self { get; } = Context.Self;

    void IDirectReceiver.ReceiveDirectly(object message) => OnReceive(message);

    /// <inheritdoc/>
    protected override bool AroundReceive(Receive receive, object message)
    {
        var turn = Turn.Begin();
        try
        {
            OnReceive(message);
        }
        finally
        {
            turn.End();
        }

        return true;
    }
}
