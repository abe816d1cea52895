namespace ActorCafe.Time;

/// <summary>
/// An actor to which the kernel may give a message without Akka's bookkeeping around each one. It must not set a receive timeout, stash, change its
/// behaviour, handle messages asynchronously or use Akka's timers, because all these depend on that bookkeeping.
/// </summary>
internal interface IDirectReceiver
{
    /// <summary>Receives a message in the actor's own context. What it throws is handled by the actor's supervisor.</summary>
    /// <param name="message">Any message but <see cref="Akka.Actor.Terminated"/>.</param>
    /// <returns>
    /// False if the message is none of the actor's own types; nothing has been done then, and Akka receives it. So it must be for messages that Akka handles,
    /// such as <see cref="Akka.Actor.PoisonPill"/>.
    /// </returns>
    bool TryReceive(object message);
}
