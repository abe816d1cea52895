namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Tests that start many processes and measure time: run one by one, without other tests in parallel.</summary>
[CollectionDefinition(OneAfterTheOther, DisableParallelization = true)]
public sealed class SequentialProcesses
{
    public const string OneAfterTheOther = "clusters";
}
