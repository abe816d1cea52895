namespace ActorCafe.Cluster.Wire;

/// <summary>Size limits of messages: generous for the café, yet too small to exhaust a node's memory.</summary>
internal static class WireLimits
{
    public const int MaxBytes = 64 * 1024;

    /// <summary>Bytes of a sweep message, which carries a whole shop. With its envelope it fits into Akka's frame of 128,000 bytes.</summary>
    public const int MaxSweepBytes = 112 * 1024;

    /// <summary>Characters of the name of a data file.</summary>
    public const int MaxFileName = 4096;

    /// <summary>Replications that a node runs at once.</summary>
    public const int MaxParallel = 1024;

    /// <summary>Characters of the name of a drink or a host.</summary>
    public const int MaxName = 256;

    /// <summary>Characters of a reason; the sender truncates a longer one.</summary>
    public const int MaxReason = 1024;

    /// <summary>Characters of a trace context; version 00 has 55.</summary>
    public const int MaxTraceParent = 128;

    public const int MaxSteps = 10_000;

    public const int MaxRepetition = 1_000_000;

    public static readonly TimeSpan MaxDuration = TimeSpan.FromDays(366);
}
