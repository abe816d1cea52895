using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.Faults.Tests.Conditions;

/// <summary>Needs the right to make network namespaces. With ACTORCAFE_REQUIRE_NETNS=1 it must be there: the test fails without it.</summary>
public sealed class NeedsNetnsAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(TwoNetworks.WhyNot);

    public override string? Missing => Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_NETNS") == "1" ? null : Reason.Value;
}
