namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Tests that start many processes and measure time: one after the other, and nothing beside them.</summary>
[CollectionDefinition(OneAfterTheOther, DisableParallelization = true)]
public sealed class Clusters
{
    public const string OneAfterTheOther = "clusters";
}
