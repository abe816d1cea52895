namespace ActorCafe.Time;

/// <summary>
/// An actor to which the kernel may give a message without Akka's bookkeeping around each one. It must not set a receive timeout, stash, change its
/// behaviour, handle messages asynchronously or use Akka's timers, because all these depend on that bookkeeping.
/// </summary>
internal interface IDirectReceiver
{
    /// <summary>Receives a message in the actor's own context. What it throws is handled by the actor's supervisor.</summary>
    /// <param name="message">Never one that Akka handles for the actor, such as <see cref="Akka.Actor.PoisonPill"/> or <see cref="Akka.Actor.Terminated"/>.</param>
    void ReceiveDirectly(object message);
}
