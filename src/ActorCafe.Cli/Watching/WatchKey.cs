namespace ActorCafe.Cli.Watching;

/// <summary>A key that has been pressed.</summary>
/// <param name="Verb">What it asks for.</param>
/// <param name="Stage">Of <see cref="WatchVerb.Stage"/>: which one, from 0.</param>
internal readonly record struct WatchKey(WatchVerb Verb, int Stage = 0)
{
    /// <summary>The keys, in words.</summary>
    public const string Help = "up down 1-9 stage, + - worker, space pause, < > pace, q end";

    /// <summary>What a key asks for; null: nothing.</summary>
    public static WatchKey? Of(ConsoleKeyInfo key) => (key.Key, key.KeyChar) switch
    {
        (ConsoleKey.UpArrow, _) => new(WatchVerb.StageAbove),
        (ConsoleKey.DownArrow, _) => new(WatchVerb.StageBelow),
        (_, >= '1' and <= '9') => new(WatchVerb.Stage, key.KeyChar - '1'),
        // The lower sign of the same key, too.
        (_, '+' or '=') => new(WatchVerb.AddWorker),
        (_, '-' or '_') => new(WatchVerb.TakeWorker),
        (_, ' ') => new(WatchVerb.Pause),
        (_, '<' or ',') => new(WatchVerb.Slower),
        (_, '>' or '.') => new(WatchVerb.Faster),
        (_, 'q' or 'Q') => new(WatchVerb.End),
        _ => null,
    };

    /// <summary>The keys that have been pressed and not been read yet.</summary>
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
