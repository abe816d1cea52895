namespace ActorCafe.OrderBook.Writing;

/// <summary>A commit failed, and what it wrote may be in the book anyway.</summary>
internal sealed class CommitInDoubtException(Exception inner) : Exception(inner.Message, inner);
