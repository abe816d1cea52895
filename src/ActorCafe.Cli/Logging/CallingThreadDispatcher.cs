using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Cli.Logging;

/// <summary>
/// Logs on the calling thread. A shop in virtual time ends before a logger on its own thread has started, and Akka would then print
/// the rest to standard output, between the tables.
/// </summary>
internal sealed class CallingThreadDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    protected override void ExecuteTask(IRunnable run) => run.Run();

    protected override void Shutdown()
    {
        // There are no threads to stop.
    }
}

/// <summary>Creates the <see cref="CallingThreadDispatcher"/>; named by <c>akka.loggers-dispatcher</c>.</summary>
internal sealed class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) => _dispatcher = new CallingThreadDispatcher(this);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
