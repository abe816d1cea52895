namespace ActorCafe.Shop;

/// <summary>The moment that a run has reached.</summary>
/// <param name="Now">The shop time.</param>
/// <param name="Pace">Shop seconds per real second; null if the clock does not wait for real time.</param>
/// <param name="IsPaused">Whether time is paused.</param>
internal readonly record struct ShopMoment(TimeSpan Now, double? Pace, bool IsPaused);
