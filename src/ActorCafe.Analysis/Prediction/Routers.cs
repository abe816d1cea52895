using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The names of the routers, each of which is a queueing model.</summary>
internal static class Routers
{
    public const string Shared = "shared-queue-pool";
    public const string Shortest = "shortest-queue-pool";
    public const string RoundRobin = "round-robin-pool";
    public const string Random = "random-pool";

    /// <summary>How orders reach the workers, in words.</summary>
    public static string InWords(StageSettings stage) => stage switch
    {
        { Workers: 1 } => "one worker",
        { Router: Shared } => $"one queue for {stage.Workers} workers",
        { Router: RoundRobin } => $"a queue for each of {stage.Workers} workers, in turn",
        { Router: Random } => $"a queue for each of {stage.Workers} workers, at random",
        _ => $"a queue for each of {stage.Workers} workers, the shortest",
    };
}
