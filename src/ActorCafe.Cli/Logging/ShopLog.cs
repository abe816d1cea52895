using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;
using Akka.Actor.Setup;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorCafe.Cli.Logging;

/// <summary>Logs of a shop's actors, written through Serilog to standard error. Standard output is for tables and JSON.</summary>
/// <param name="Setup">Setup of the actor system; null if nothing is logged.</param>
/// <param name="Hocon">HOCON appended to the shop's own <c>akka</c> settings.</param>
internal sealed record ShopLog(ActorSystemSetup? Setup, string Hocon)
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Logs nothing and starts no loggers.</summary>
    public static ShopLog Nothing { get; } = new(null, Lines(LogLevel.Off, "[]"));

    /// <summary>The log of a shop, at the level of the command line or else of <c>akka.loglevel</c>.</summary>
    public static ShopLog For(LogLevel? asked, HoconObject tree)
    {
        var level = asked ?? InFile(tree) ?? LogLevel.Warning;
        return level == LogLevel.Off
            ? Nothing
            : new ShopLog(AkkaLogging.Setup(new Lazy<Logger>(() => Open(level))), Lines(level, $"[\"{AkkaLogging.Logger}\"]"));
    }

    /// <summary>Opens the log of a node. The caller disposes of it.</summary>
    public static Logger OpenFor(LogLevel? asked, HoconObject tree, out LogLevel level)
    {
        level = asked ?? InFile(tree) ?? LogLevel.Warning;
        return level == LogLevel.Off ? new LoggerConfiguration().CreateLogger() : Open(level);
    }

    /// <summary>Whether a file sets the log level.</summary>
    public static bool IsSaidBy(HoconObject tree) => InFile(tree) is not null;

    /// <summary>The shop, with its actors logging at this level.</summary>
    public static ShopSettings AtLevel(ShopSettings shop, LogLevel level) => shop.WithAkka(Level(level));

    /// <summary>The shop, with its actors logging here.</summary>
    public ShopSettings Into(ShopSettings shop) => shop.WithAkka(Hocon);

    private static Logger Open(LogLevel level) => new LoggerConfiguration()
        .MinimumLevel.Is(level switch
        {
            LogLevel.Verbose => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Info => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        })
        .Filter.ByExcluding(logged => level > LogLevel.Debug && IsLostConnection(logged.Exception))
        .Enrich.With<RedundantPropertyRemover>()
        .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    // When a node is gone, every other node logs a stack trace from inside Akka, although the membership reports it anyway.
    // Compared by name, because the type would load cluster assemblies.
    private static bool IsLostConnection(Exception? failure) => failure?.GetType().Name == "EndpointDisassociatedException";

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
        akka.loggers-dispatcher = actorcafe.loggers-dispatcher
        actorcafe.loggers-dispatcher.type = "{typeof(CallingThreadDispatcherConfigurator).FullName}, {typeof(CallingThreadDispatcherConfigurator).Assembly.GetName().Name}"
        # Ctrl-C is the door's business.
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off

        """;

    private static string Level(LogLevel level) =>
        $"akka.loglevel = {(level == LogLevel.Verbose ? LogLevel.Debug : level).ToString().ToUpperInvariant()}";

    /// <summary>Removes properties that repeat the actor's path.</summary>
    private sealed class RedundantPropertyRemover : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("SourceContext");
            logEvent.RemovePropertyIfPresent("LogSource");
        }
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
