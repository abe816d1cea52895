using ActorCafe.Cluster.Tests.Conditions;
using ActorCafe.Faults.Tests.Cafe;

namespace ActorCafe.Faults.Tests.Conditions;

/// <summary>Needs the privilege to break connections, and a kernel that supports it.</summary>
public sealed class NeedsBrokenConnectionsAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(Connections.WhyNot);

    public override string? Missing => Reason.Value;
}
