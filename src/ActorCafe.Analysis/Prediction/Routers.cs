using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The queue disciplines, by the names of their routers.</summary>
internal static class Routers
{
    public const string Shared = "shared-queue-pool";
    public const string Shortest = "shortest-queue-pool";
    public const string RoundRobin = "round-robin-pool";
    public const string Random = "random-pool";

    /// <summary>Whether all workers take from one queue: one worker does under any router.</summary>
    public static bool IsOneQueue(StageSettings stage) => stage.Workers == 1 || stage.Router == Shared;

    /// <summary>How orders are dealt out, in words.</summary>
    public static string InWords(StageSettings stage) => stage switch
    {
        { Workers: 1 } => "one worker",
        { Router: Shared } => $"one queue for {stage.Workers} workers",
        { Router: RoundRobin } => $"a queue for each of {stage.Workers} workers, in turn",
        { Router: Random } => $"a queue for each of {stage.Workers} workers, at random",
        _ => $"a queue for each of {stage.Workers} workers, the shortest",
    };
}
