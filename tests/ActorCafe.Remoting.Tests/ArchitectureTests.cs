namespace ActorCafe.Remoting.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Remoting_knows_Akka_and_nothing_of_the_cafe() =>
        typeof(HardenedRemoting).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => name!.StartsWith("ActorCafe", StringComparison.Ordinal) || name.StartsWith("Akka", StringComparison.Ordinal))
            .Order().ShouldBe(["Akka", "Akka.Remote"]);
}
