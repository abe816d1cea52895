namespace ActorCafe.Cli.Clusters;

/// <summary>The node processes of a cluster on this machine: started together, stopped together, none left behind.</summary>
internal sealed class NodeProcessGroup : IAsyncDisposable
{
    /// <summary>Longer than the 4.5 s that a node needs at most.</summary>
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<NodeSupervisor> _supervisors;

    public NodeProcessGroup(IEnumerable<NodeSpec> plans, Action<string> announce, Action<string> log) =>
        _supervisors = [.. plans.Select(plan => new NodeSupervisor(plan, announce, log))];

    public IReadOnlyList<NodeSupervisor> Nodes => _supervisors;

    public NodeSupervisor Front => _supervisors.Single(node => node.Plan.Role == "front");

    /// <summary>Starts all nodes.</summary>
    /// <returns>The first node that could not be started; null: all are up.</returns>
    public async Task<NodeSupervisor?> StartAsync(CancellationToken cancellation)
    {
        foreach (var node in _supervisors)
        {
            node.Start();
        }

        var starting = _supervisors.ToDictionary(node => node.FirstUp.WaitAsync(cancellation));
        await foreach (var started in Task.WhenEach(starting.Keys).WithCancellation(cancellation))
        {
            if (await started is null)
            {
                return starting[started];
            }
        }

        return null;
    }

    /// <summary>Sends SIGKILL to a node of a role. The front, or the only node of its role, is restarted; otherwise the others take over.</summary>
    public NodeSupervisor Kill(string role)
    {
        var nodes = _supervisors.Where(node => node.Plan.Role == role).ToList();
        nodes[0].Kill(staysAway: role != "front" && nodes.Count > 1);
        return nodes[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _supervisors)
        {
            node.Close();
        }

        var ended = Task.WhenAll(_supervisors.Select(node => node.Ended));
        try
        {
            await ended.WaitAsync(ToClose, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            foreach (var node in _supervisors)
            {
                node.Kill(staysAway: true);
            }

            await ended;
        }
    }
}
