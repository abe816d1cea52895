namespace ActorCafe.Cluster.Tests.Conditions;

/// <summary>Something a <see cref="ConditionalFactAttribute"/> needs of the machine; on a class: all of them need it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the test is skipped; null: what it needs is there.</summary>
    public abstract string? Missing { get; }
}
