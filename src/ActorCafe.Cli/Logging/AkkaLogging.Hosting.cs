using Akka.Actor.Setup;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;

namespace ActorCafe.Cli.Logging;

/// <summary>Akka's log into Serilog by way of Akka.Hosting (see AkkaLogging.Serilog.cs for the other way).</summary>
internal static class AkkaLogging
{
    /// <summary>What <c>akka.loggers</c> names.</summary>
    public const string Logger = "Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting";

    public static ActorSystemSetup Setup(Lazy<Serilog.Core.Logger> log) =>
        ActorSystemSetup.Create(new LoggerFactorySetup(new WhenNeeded(log)));

    /// <summary>Makes Serilog's logger at the first message: most shops never log one, and it costs them a tenth of their start.</summary>
    private sealed class WhenNeeded(Lazy<Serilog.Core.Logger> log) : ILoggerFactory
    {
        private readonly Lazy<SerilogLoggerFactory> _factory = new(() => new SerilogLoggerFactory(log.Value));

        public ILogger CreateLogger(string categoryName) => new Logged(() => _factory.Value.CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => _factory.Value.AddProvider(provider);

        public void Dispose()
        {
            if (_factory.IsValueCreated)
            {
                _factory.Value.Dispose();
            }
        }
    }

    private sealed class Logged(Func<ILogger> open) : ILogger
    {
        private readonly Lazy<ILogger> _logger = new(open);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _logger.Value.BeginScope(state);

        // Akka has compared the level before.
        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _logger.Value.Log(logLevel, eventId, state, exception, formatter);
    }
}
