namespace ActorCafe.OrderBook.Tests.Conditions;

/// <summary>Something that a <see cref="ConditionalFactAttribute"/>, or every one in a class, needs from the machine.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>The reason for skipping the test; null: nothing is missing.</summary>
    public abstract string? Missing { get; }
}
