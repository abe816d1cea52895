namespace ActorCafe.Shop;

/// <summary>
/// Orders the events of one instant: the lowest rank comes first. The rank of an order's own events is its number, so that ties keep the order of placing. The
/// ranks below come before or after those of all orders.
/// </summary>
internal static class EventRank
{
    /// <summary>A warm-up of some length ends before anything else at that instant.</summary>
    public const long WarmedUp = long.MinValue;

    /// <summary>A worker is repaired before anything else of that instant.</summary>
    public const long Repair = -2;

    /// <summary>A pool is resized before customers arrive at the same instant.</summary>
    public const long PoolChange = -1;

    /// <summary>A customer of a closed population orders after all events of existing orders. Their number is added.</summary>
    public const long Thought = 1L << 60;

    /// <summary>Patience ends after that, so an order whose service begins at the same instant does not renege. The order's number is added.</summary>
    public const long Patience = 1L << 61;

    /// <summary>
    /// A worker breaks down after everything else of that instant, so a service that ends then has ended. Its number is added, so that the lower of two breaks
    /// down first.
    /// </summary>
    public const long Breakdown = 3L << 61;

    /// <summary>The run is cut off last: everything else at that instant still counts.</summary>
    public const long StopAt = long.MaxValue;
}
