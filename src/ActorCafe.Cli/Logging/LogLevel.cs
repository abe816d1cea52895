namespace ActorCafe.Cli.Logging;

/// <summary>How much is logged, from all to nothing.</summary>
internal enum LogLevel
{
    Verbose,
    Debug,
    Info,
    Warning,
    Error,
    Off,
}
