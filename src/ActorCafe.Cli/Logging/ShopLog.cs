using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorCafe.Cli.Logging;

/// <summary>Logs of a shop's actors, written through Serilog to standard error. Standard output is for tables and JSON.</summary>
/// <remarks>Akka tells what it logs to Akka.Logger.Serilog, which writes to Serilog's global logger.</remarks>
/// <param name="Hocon">HOCON appended to the shop's own <c>akka</c> settings.</param>
internal sealed record ShopLog(string Hocon)
{
    private const string AkkaLogger = "Akka.Logger.Serilog.SerilogLogger, Akka.Logger.Serilog";

    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Logs nothing and starts no loggers.</summary>
    public static ShopLog Nothing { get; } = new(Lines(LogLevel.Off, "[]"));

    /// <summary>The log of a shop, at the level of the command line or else of <c>akka.loglevel</c>.</summary>
    public static ShopLog For(LogLevel? asked, HoconObject tree)
    {
        var level = asked ?? InFile(tree) ?? LogLevel.Warning;
        if (level == LogLevel.Off)
        {
            return Nothing;
        }

        Log.Logger = new DeferredLogger(() => Open(level, null));
        return new ShopLog(Lines(level, $"[\"{AkkaLogger}\"]"));
    }

    /// <summary>Opens the log of a node, also for its actors. The caller disposes of it.</summary>
    /// <param name="asked">The level of the command line; null: that of the files.</param>
    /// <param name="tree">The files.</param>
    /// <param name="filter">Leaves out what is not worth logging, unless the level is debug.</param>
    /// <param name="level">The level.</param>
    public static Logger OpenFor(LogLevel? asked, HoconObject tree, ILogEventFilter filter, out LogLevel level)
    {
        level = asked ?? InFile(tree) ?? LogLevel.Warning;
        var log = level == LogLevel.Off ? new LoggerConfiguration().CreateLogger() : Open(level, filter);
        Log.Logger = log;
        return log;
    }

    /// <summary>Whether a file sets the log level.</summary>
    public static bool IsSaidBy(HoconObject tree) => InFile(tree) is not null;

    /// <summary>The shop, with its actors logging at this level.</summary>
    public static ShopSettings AtLevel(ShopSettings shop, LogLevel level) => shop.WithAkka(Level(level));

    /// <summary>The shop, with its actors logging here.</summary>
    public ShopSettings Into(ShopSettings shop) => shop.WithAkka(Hocon);

    private static Logger Open(LogLevel level, ILogEventFilter? filter) => new LoggerConfiguration()
        .MinimumLevel.Is(level switch
        {
            LogLevel.Verbose => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Info => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        })
        .Filter.ByIncludingOnly(logged => level <= LogLevel.Debug || filter is null || filter.IsEnabled(logged))
        .Enrich.With<RedundantPropertyRemover>()
        .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    private static LogLevel? InFile(HoconObject tree)
    {
        var written = tree.Members.GetValueOrDefault("akka") is HoconObject akka
            && akka.Members.GetValueOrDefault("loglevel") is HoconScalar scalar ? scalar : null;
        return written?.Text.ToUpperInvariant() switch
        {
            null => null,
            "DEBUG" => LogLevel.Debug,
            "INFO" => LogLevel.Info,
            "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "OFF" => LogLevel.Off,
            _ => throw new InputException(written.Origin.Source, "akka.loglevel", $"{written.Text} is no level", "one of DEBUG, INFO, WARNING, ERROR, OFF"),
        };
    }

    private static string Lines(LogLevel level, string loggers) =>
        $"""
        {Level(level)}
        akka.stdout-loglevel = OFF
        akka.loggers = {loggers}
        akka.logger-formatter = "Akka.Logger.Serilog.SerilogLogMessageFormatter, Akka.Logger.Serilog"
        akka.loggers-dispatcher = actorcafe.loggers-dispatcher
        actorcafe.loggers-dispatcher.type = "{typeof(CallingThreadDispatcherConfigurator).FullName}, {typeof(CallingThreadDispatcherConfigurator).Assembly.GetName().Name}"
        # Ctrl-C is the door's business.
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off

        """;

    private static string Level(LogLevel level) =>
        $"akka.loglevel = {(level == LogLevel.Verbose ? LogLevel.Debug : level).ToString().ToUpperInvariant()}";

    /// <summary>Removes properties that repeat the actor's path or the time.</summary>
    private sealed class RedundantPropertyRemover : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in (string[])["SourceContext", "LogSource", "Timestamp", "Thread"])
            {
                logEvent.RemovePropertyIfPresent(name);
            }
        }
    }

    /// <summary>Creates the logger on the first message. Most shops log nothing, and creating it would take a tenth of their start-up time.</summary>
    private sealed class DeferredLogger(Func<ILogger> open) : ILogger
    {
        private readonly Lazy<ILogger> _logger = new(open);

        public void Write(LogEvent logEvent) => _logger.Value.Write(logEvent);

        public ILogger ForContext(string propertyName, object? value, bool destructureObjects = false) =>
            _logger.Value.ForContext(propertyName, value, destructureObjects);
    }
}

/// <summary>How much is logged, from everything to nothing.</summary>
internal enum LogLevel
{
    Verbose,
    Debug,
    Info,
    Warning,
    Error,
    Off,
}
