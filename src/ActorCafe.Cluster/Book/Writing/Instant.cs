namespace ActorCafe.Cluster.Book.Writing;

/// <summary>Times that every database gives back as they were.</summary>
internal static class Instant
{
    /// <summary>The time in UTC, without what is below a microsecond: PostgreSQL keeps no more.</summary>
    public static DateTimeOffset Storable(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
