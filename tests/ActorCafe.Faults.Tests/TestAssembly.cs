namespace ActorCafe.Cluster.Tests;

/// <summary>The conditions are linked from the cluster's tests, and xunit looks for them in this assembly.</summary>
internal static class TestAssembly
{
    public const string Name = "ActorCafe.Faults.Tests";
}
