using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Cli.Logging;

/// <summary>
/// Logs on the thread of whoever logs. A shop in virtual time is over before a logger on a thread of its own has begun, and
/// Akka then prints what is left to standard output, between the tables.
/// </summary>
internal sealed class LoggersDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    protected override void ExecuteTask(IRunnable run) => run.Run();

    protected override void Shutdown()
    {
        // It has no threads.
    }
}

/// <summary>Makes the <see cref="LoggersDispatcher"/>; named by <c>akka.loggers-dispatcher</c>.</summary>
internal sealed class LoggersDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly LoggersDispatcher _dispatcher;

    public LoggersDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) => _dispatcher = new LoggersDispatcher(this);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
