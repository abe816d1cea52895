namespace ActorCafe.OrderBook.Tests;

/// <summary>xunit finds the discoverer of conditions by type and assembly name; each assembly that links them defines its own.</summary>
internal static class TestAssembly
{
    public const string Name = "ActorCafe.OrderBook.Tests";
}
