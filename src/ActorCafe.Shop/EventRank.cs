namespace ActorCafe.Shop;

/// <summary>
/// What comes first among the events of one instant. An order's own events have its number as their rank, so that ties keep
/// the order of placing; the others stand before or behind all orders.
/// </summary>
internal static class EventRank
{
    /// <summary>A change of a pool's size meets the customers of its instant.</summary>
    public const long PoolChange = -1;

    /// <summary>A customer of a closed population orders after all orders there are.</summary>
    public const long Thought = 1L << 60;

    /// <summary>Patience ends last: who is served at that very instant has not waited longer.</summary>
    public const long Patience = 1L << 61;

    /// <summary>What happens at the instant of the cut still counts.</summary>
    public const long StopAt = long.MaxValue;
}
