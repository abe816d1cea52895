namespace ActorCafe.Cluster.Tests;

/// <summary>For what xunit finds by the names of type and assembly; each assembly that links it has its own.</summary>
internal static class TestAssembly
{
    public const string Name = "ActorCafe.Cluster.Tests";
}
