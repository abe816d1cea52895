namespace ActorCafe.Cli.Clusters.Views;

/// <summary>Shows a running cluster. Called from any thread.</summary>
internal interface IClusterView
{
    /// <summary>Reports an event.</summary>
    void Announce(string line);

    /// <summary>Passes on a line of a node's log.</summary>
    void Log(string line);

    void Show(ClusterSnapshot picture);
}

/// <summary>Selects the view for the terminal at hand.</summary>
internal static class ClusterViewFactory
{
    /// <param name="isOutputTaken">Whether standard output is used for something else.</param>
    /// <param name="work">The work to show.</param>
    public static Task<T> ShowAsync<T>(bool isOutputTaken, Func<IClusterView, Task<T>> work) =>
        isOutputTaken ? work(new PlainClusterView(Console.Error, Console.Error))
            : Console.IsOutputRedirected ? work(new PlainClusterView(Console.Out, Console.Error))
            : LiveClusterView.ShowAsync(Terminal.StandardOutput(), work);
}
