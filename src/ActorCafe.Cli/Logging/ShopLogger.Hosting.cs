using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.Hosting.Logging;

namespace ActorCafe.Cli.Logging;

/// <summary>
/// Akka.Hosting's logger in an actor system that was set up for it; silence in others. A shop is also played to find its
/// capacity and its warm-up: those runs are set up without a log, and there Akka.Hosting's logger would fail.
/// </summary>
internal sealed class ShopLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly IActorRef _logger = Context.System.Settings.Setup.Get<LoggerFactorySetup>().HasValue
        ? Context.ActorOf(Props.Create<LoggerFactoryLogger>().WithDispatcher(Context.Props.Dispatcher))
        : ActorRefs.Nobody;

    protected override void OnReceive(object message)
    {
        if (message is InitializeLogger && _logger.IsNobody())
            Sender.Tell(new LoggerInitialized());
        else
            _logger.Forward(message);
    }
}
