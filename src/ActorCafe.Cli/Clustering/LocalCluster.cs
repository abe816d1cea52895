using ActorCafe.Node;

namespace ActorCafe.Cli.Clustering;

/// <summary>A cluster of processes on this machine. Who ends unasked is started again, as compose would do it.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<(string Name, string[] Arguments)> _plan;
    private readonly Dictionary<string, ChildNode> _nodes = [];
    private readonly List<Task> _watching = [];
    private readonly CancellationTokenSource _closing = new();

    public LocalCluster(ClusterPlan plan) => _plan = plan.Nodes();

    /// <summary>Starts all nodes; ends when all are up.</summary>
    /// <exception cref="NodeFailedException">One of them could not start; it has said why.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var (name, arguments) in _plan)
            _nodes[name] = new ChildNode(name, arguments);
        foreach (var (name, _) in _plan)
        {
            if (!await _nodes[name].Up.WaitAsync(cancellation))
                throw new NodeFailedException($"{name} did not come up");
        }

        _watching.AddRange(_plan.Select(node => WatchAsync(node.Name, node.Arguments)));
    }

    /// <summary>Kills one node of a role, as SIGKILL does; it is started again.</summary>
    /// <returns>Its name.</returns>
    public string Kill(string role)
    {
        // The last of its role, which holds no office that the first would.
        var name = _plan.Last(node => node.Name == role || node.Name.StartsWith(role + "-", StringComparison.Ordinal)).Name;
        lock (_nodes)
            _nodes[name].Kill();
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_watching);
        foreach (var node in _nodes.Values)
            node.Close();
        using var late = new CancellationTokenSource(ToLeave);
        foreach (var node in _nodes.Values)
        {
            try
            {
                await node.EndAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                node.Kill();
            }

            node.Dispose();
        }

        _closing.Dispose();
    }

    private async Task WatchAsync(string name, string[] arguments)
    {
        try
        {
            for (var restarts = 0; ; restarts++)
            {
                await _nodes[name].EndAsync(_closing.Token);
                if (restarts == MostRestarts)
                {
                    await Console.Error.WriteLineAsync($"{name} ended with exit code {_nodes[name].ExitCode}; it has been started again {MostRestarts} times and is left alone now");
                    return;
                }

                await Console.Error.WriteLineAsync($"{name} ended with exit code {_nodes[name].ExitCode} and is started again");
                lock (_nodes)
                {
                    _nodes[name].Dispose();
                    _nodes[name] = new ChildNode(name, arguments);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The cluster closes.
        }
    }
}
