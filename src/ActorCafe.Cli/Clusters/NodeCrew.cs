namespace ActorCafe.Cli.Clusters;

/// <summary>The processes of a cluster on this machine: started together, closed together, none left behind.</summary>
internal sealed class NodeCrew : IAsyncDisposable
{
    /// <summary>A node takes 4.5 s at most.</summary>
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<NodeKeeper> _keepers;

    public NodeCrew(IEnumerable<NodePlan> plans, Action<string> say, Action<string> log) =>
        _keepers = [.. plans.Select(plan => new NodeKeeper(plan, say, log))];

    public IReadOnlyList<NodeKeeper> Nodes => _keepers;

    public NodeKeeper Front => _keepers.Single(node => node.Plan.Role == "front");

    /// <summary>Starts all.</summary>
    /// <returns>The first that could not be started; null: all are up.</returns>
    public async Task<NodeKeeper?> StartAsync(CancellationToken cancellation)
    {
        foreach (var node in _keepers)
        {
            node.Start();
        }

        var starting = _keepers.ToDictionary(node => node.FirstUp.WaitAsync(cancellation));
        await foreach (var started in Task.WhenEach(starting.Keys).WithCancellation(cancellation))
        {
            if (await started is null)
            {
                return starting[started];
            }
        }

        return null;
    }

    /// <summary>SIGKILL to a node of a role. The front, or the only one of its kind, comes back; else the others take over.</summary>
    public NodeKeeper Kill(string role)
    {
        var nodes = _keepers.Where(node => node.Plan.Role == role).ToList();
        nodes[0].Kill(staysAway: role != "front" && nodes.Count > 1);
        return nodes[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _keepers)
        {
            node.Close();
        }

        var ended = Task.WhenAll(_keepers.Select(node => node.Ended));
        try
        {
            await ended.WaitAsync(ToClose, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            foreach (var node in _keepers)
            {
                node.Kill(staysAway: true);
            }

            await ended;
        }
    }
}
