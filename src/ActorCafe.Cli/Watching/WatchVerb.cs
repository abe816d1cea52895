namespace ActorCafe.Cli.Watching;

/// <summary>What a key asks for.</summary>
internal enum WatchVerb
{
    StageAbove,
    StageBelow,
    Stage,
    AddWorker,
    TakeWorker,
    Pause,
    Slower,
    Faster,
    End,
}
