using Akka.Actor.Setup;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;

namespace ActorCafe.Cli.Logging;

/// <summary>Routes Akka's log to Serilog through Akka.Hosting (AkkaLogging.Serilog.cs is the alternative).</summary>
internal static class AkkaLogging
{
    /// <summary>The value of <c>akka.loggers</c>.</summary>
    public const string Logger = "Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting";

    public static ActorSystemSetup Setup(Lazy<Serilog.Core.Logger> log) =>
        ActorSystemSetup.Create(new LoggerFactorySetup(new LazyLoggerFactory(log)));

    /// <summary>
    /// Creates the Serilog logger on the first message. Most shops log nothing, and creating it would take a tenth of their
    /// start-up time.
    /// </summary>
    private sealed class LazyLoggerFactory(Lazy<Serilog.Core.Logger> log) : ILoggerFactory
    {
        private readonly Lazy<SerilogLoggerFactory> _factory = new(() => new SerilogLoggerFactory(log.Value));

        public ILogger CreateLogger(string categoryName) => new LazyLogger(() => _factory.Value.CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => _factory.Value.AddProvider(provider);

        public void Dispose()
        {
            if (_factory.IsValueCreated)
            {
                _factory.Value.Dispose();
            }
        }
    }

    private sealed class LazyLogger(Func<ILogger> open) : ILogger
    {
        private readonly Lazy<ILogger> _logger = new(open);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _logger.Value.BeginScope(state);

        // Akka has checked the level already.
        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _logger.Value.Log(logLevel, eventId, state, exception, formatter);
    }
}
