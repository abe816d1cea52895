using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorCafe.Time;

/// <summary>
/// The mailbox of actors on a <see cref="VirtualDispatcher"/>: Akka's own, with another queue. Named by the dispatcher's <c>mailbox-type</c> in HOCON.
/// </summary>
/// <param name="settings">The system's settings; not read.</param>
/// <param name="config">The dispatcher's configuration; not read.</param>
internal sealed class VirtualMailbox(Settings settings, Config config)
    : MailboxType(settings, config), IProducesMessageQueue<VirtualMessageQueue>
{
    /// <inheritdoc/>
    /// <exception cref="ConfigurationException">The system's scheduler is not a <see cref="VirtualScheduler"/>.</exception>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new VirtualMessageQueue(VirtualScheduler.Of(system.Scheduler, "mailbox").Kernel);
}
