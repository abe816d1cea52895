namespace ActorCafe.Shop;

/// <summary>Where a run has come to.</summary>
/// <param name="Now">The shop time.</param>
/// <param name="Pace">Shop seconds per second of the wall; null: it does not wait for the wall.</param>
/// <param name="IsPaused">Whether time stands still.</param>
public readonly record struct ShopMoment(TimeSpan Now, double? Pace, bool IsPaused);
