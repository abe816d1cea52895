namespace ActorCafe.Cli.Watching;

/// <summary>A level as a dial shows it.</summary>
/// <param name="Now">At the moment.</param>
/// <param name="Mean">On average over the time so far; null: none has passed.</param>
/// <param name="Max">The largest so far.</param>
internal sealed record Dial(int Now, double? Mean, int Max);
