using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.Faults.Tests.Conditions;

/// <summary>Needs strace and the right to trace processes. With ACTORCAFE_REQUIRE_STRACE=1 the test fails instead of being skipped.</summary>
public sealed class NeedsStraceAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(FailingSyncs.WhyNot);

    public override string? Missing => Environment.GetEnvironmentVariable("ACTORCAFE_REQUIRE_STRACE") == "1" ? null : Reason.Value;
}
