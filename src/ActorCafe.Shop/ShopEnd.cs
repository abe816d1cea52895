using System.Collections.Immutable;

namespace ActorCafe.Shop;

/// <summary>How a run ended.</summary>
/// <param name="At">The shop time.</param>
/// <param name="StoppedEarly">Whether it was stopped early.</param>
/// <param name="Failure">Why the run failed; null if it did not.</param>
internal sealed record ShopEnd(TimeSpan At, bool StoppedEarly, ShopFailedException? Failure)
{
    /// <summary>The number of workers that each stage was meant to have at the end.</summary>
    public ImmutableArray<int> Pools { get; init; } = [];
}
