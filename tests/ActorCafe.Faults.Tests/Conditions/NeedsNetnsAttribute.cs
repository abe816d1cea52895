using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.Faults.Tests.Conditions;

/// <summary>Needs the privilege to create network namespaces. With ACTORCAFE_REQUIRE_NETNS=1 the test fails instead of being skipped.</summary>
public sealed class NeedsNetnsAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(TwoNetworks.WhyNot);

    public override string? Missing => Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_NETNS") == "1" ? null : Reason.Value;
}
