using Akka.Actor.Setup;

namespace ActorCafe.Cli.Logging;

/// <summary>Akka's log into Serilog by way of Akka.Logger.Serilog (<c>-p:AkkaLoggerSerilog=true</c>).</summary>
internal static class AkkaLogging
{
    /// <summary>What <c>akka.loggers</c> names.</summary>
    public static string Logger { get; } = "Akka.Logger.Serilog.SerilogLogger, Akka.Logger.Serilog";

    /// <summary>The package logs to Serilog's global logger and needs no set-up of its own.</summary>
    public static ActorSystemSetup? Setup(Lazy<Serilog.Core.Logger> log)
    {
        Serilog.Log.Logger = log.Value;
        return null;
    }
}
