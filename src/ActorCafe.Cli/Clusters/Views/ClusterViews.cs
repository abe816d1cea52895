namespace ActorCafe.Cli.Clusters.Views;

/// <summary>Chooses how a cluster is shown.</summary>
internal static class ClusterViews
{
    /// <param name="isOutputTaken">Whether standard output is for something else.</param>
    /// <param name="work">What is shown.</param>
    public static Task<T> ShowAsync<T>(bool isOutputTaken, Func<IClusterView, Task<T>> work) =>
        isOutputTaken ? work(new PlainView(Console.Error, Console.Error))
            : Console.IsOutputRedirected ? work(new PlainView(Console.Out, Console.Error))
            : LiveView.ShowAsync(Terminal.StandardOutput(), work);
}
