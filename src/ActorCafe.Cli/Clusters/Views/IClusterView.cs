namespace ActorCafe.Cli.Clusters.Views;

/// <summary>Where a running cluster is shown; called from any thread.</summary>
internal interface IClusterView
{
    /// <summary>Something happened.</summary>
    void Say(string line);

    /// <summary>A line of a node's log.</summary>
    void Log(string line);

    void Show(ClusterPicture picture);
}
