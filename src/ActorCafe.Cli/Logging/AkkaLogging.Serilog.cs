using Akka.Actor.Setup;

namespace ActorCafe.Cli.Logging;

/// <summary>Routes Akka's log to Serilog through Akka.Logger.Serilog (<c>-p:AkkaLoggerSerilog=true</c>).</summary>
internal static class AkkaLogging
{
    /// <summary>The value of <c>akka.loggers</c>.</summary>
    public const string Logger = "Akka.Logger.Serilog.SerilogLogger, Akka.Logger.Serilog";

    /// <summary>The package logs to Serilog's global logger and needs no setup.</summary>
    public static ActorSystemSetup? Setup(Lazy<Serilog.Core.Logger> log)
    {
        Serilog.Log.Logger = log.Value;
        return null;
    }
}
