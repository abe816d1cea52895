namespace ActorCafe.Cli.Watching;

/// <summary>A key that was pressed.</summary>
/// <param name="Action">The requested action.</param>
/// <param name="Stage">The stage selected by <see cref="WatchAction.Stage"/>, from 0.</param>
internal readonly record struct WatchKey(WatchAction Action, int Stage = 0)
{
    /// <summary>A summary of the keys.</summary>
    public const string Help = "up down 1-9 stage, + - worker, space pause, < > pace, q end";

    /// <summary>The same for narrow terminals.</summary>
    public const string ShortHelp = "1-9 stage, + - worker, space, < >, q";

    /// <summary>The action of a key; null: none.</summary>
    public static WatchKey? Of(ConsoleKeyInfo key) => (key.Key, key.KeyChar) switch
    {
        (ConsoleKey.UpArrow, _) => new(WatchAction.StageAbove),
        (ConsoleKey.DownArrow, _) => new(WatchAction.StageBelow),
        (_, >= '1' and <= '9') => new(WatchAction.Stage, key.KeyChar - '1'),
        // Also the other character on the same key.
        (_, '+' or '=') => new(WatchAction.AddWorker),
        (_, '-' or '_') => new(WatchAction.TakeWorker),
        (_, ' ') => new(WatchAction.Pause),
        (_, '<' or ',') => new(WatchAction.Slower),
        (_, '>' or '.') => new(WatchAction.Faster),
        (_, 'q' or 'Q') => new(WatchAction.End),
        _ => null,
    };

    /// <summary>The keys pressed since the last call.</summary>
    public static IEnumerable<WatchKey> Pressed()
    {
        while (Console.KeyAvailable)
        {
            if (Of(Console.ReadKey(intercept: true)) is { } key)
            {
                yield return key;
            }
        }
    }
}

/// <summary>The action of a key.</summary>
internal enum WatchAction
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
