namespace ActorCafe.OrderBook.Tests;

/// <summary>The conditions are linked from the order book's tests; xunit finds them by the name of this assembly.</summary>
internal static class TestAssembly
{
    public const string Name = "ActorCafe.Faults.Tests";
}
