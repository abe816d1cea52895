namespace ActorCafe.Shop;

/// <summary>Thrown when a run cannot be completed: a deadlock, an order that always fails, an observer that throws, a message from a foreign thread.</summary>
public sealed class ShopFailedException(string message, Exception? inner = null) : Exception(message, inner);
