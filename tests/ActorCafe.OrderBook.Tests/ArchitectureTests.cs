namespace ActorCafe.OrderBook.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_order_book_references_no_actors_and_no_other_project() =>
        typeof(DurableOrderBook).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .ShouldNotContain(name => name.StartsWith("ActorCafe", StringComparison.Ordinal) || name.StartsWith("Akka", StringComparison.Ordinal));
}
