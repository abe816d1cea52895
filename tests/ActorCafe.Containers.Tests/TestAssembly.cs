// The containers share a port and the processors, so tests run one by one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ActorCafe.OrderBook.Tests;

/// <summary>The conditions are linked from the order book's tests; xunit finds them by the name of this assembly.</summary>
internal static class TestAssembly
{
    public const string Name = "ActorCafe.Containers.Tests";
}
