using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.Faults.Tests.Conditions;

/// <summary>Needs the privilege to break connections, and a kernel that supports it.</summary>
public sealed class NeedsBrokenConnectionsAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(Connections.WhyNot);

    public override string? Missing => Reason.Value;
}
