namespace ActorCafe.Floor.Live;

/// <summary>Counts over the whole order book.</summary>
/// <param name="Accepted">Orders in it.</param>
/// <param name="Served">Orders that were served.</param>
/// <param name="Pending">Orders that have not ended.</param>
/// <param name="DuplicatesSuppressed">Answers about an order that came once more and were dropped.</param>
public sealed record BookCounts(long Accepted, long Served, long Pending, long DuplicatesSuppressed);
