using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// Base class of the actors on the path of every order. They never change their behaviour, so in virtual time the kernel gives them the messages that they
/// know without Akka's bookkeeping. The reference to itself is read once, not for every message.
/// </summary>
public abstract class CafeActor : ActorBase, IDirectReceiver
{
    private protected new IActorRef Self { get; } = Context.Self;

    bool IDirectReceiver.TryReceive(object message) => Receive(message);

    /// <inheritdoc/>
    protected override bool AroundReceive(Receive receive, object message)
    {
        var turn = Turn.Begin();
        try
        {
            return base.AroundReceive(receive, message);
        }
        finally
        {
            turn.End();
        }
    }
}
