using System.Collections.Immutable;

namespace ActorCafe.Cli.Watching;

/// <summary>A stage at a moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Queue">Orders that wait there.</param>
/// <param name="Workers">Its workers.</param>
internal sealed record StageScene(string Name, int Queue, ImmutableArray<Seat> Workers);
