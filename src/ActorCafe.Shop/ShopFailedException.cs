namespace ActorCafe.Shop;

/// <summary>A run that could not be brought to its end: a deadlock, an order that always fails, a message from a foreign thread.</summary>
public sealed class ShopFailedException(string message, Exception? inner = null) : Exception(message, inner);
