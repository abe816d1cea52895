using System.Collections.Immutable;
using ActorCafe.Floor.Clusters;

namespace ActorCafe.Cli.Clusters;

/// <summary>The node processes of a cluster on this machine: started together, stopped together, none left behind.</summary>
internal sealed class NodeProcessGroup : IAsyncDisposable
{
    /// <summary>Longer than the 4.5 s that a node needs at most.</summary>
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(6);

    private readonly Action<string> _announce;
    private readonly Action<string> _log;
    private readonly Lock _gate = new();
    private ImmutableArray<NodeSupervisor> _supervisors;
    private bool _isClosing;

    public NodeProcessGroup(IEnumerable<NodeSpec> plans, Action<string> announce, Action<string> log)
    {
        (_announce, _log) = (announce, log);
        _supervisors = [.. plans.Select(Supervisor)];
    }

    /// <summary>The nodes, in the order in which they were first started. Another one may join them at any time.</summary>
    public ImmutableArray<NodeSupervisor> Nodes
    {
        get
        {
            lock (_gate)
            {
                return _supervisors;
            }
        }
    }

    public NodeSupervisor Front => Nodes.Single(node => node.Plan.Role == "front");

    /// <summary>Starts all nodes.</summary>
    /// <returns>The first node that could not be started; null: all are up.</returns>
    public async Task<NodeSupervisor?> StartAsync(CancellationToken cancellation)
    {
        var nodes = Nodes;
        foreach (var node in nodes)
        {
            node.Start();
        }

        var starting = nodes.ToDictionary(node => node.FirstUp.WaitAsync(cancellation));
        await foreach (var started in Task.WhenEach(starting.Keys).WithCancellation(cancellation))
        {
            if (await started is null)
            {
                return starting[started];
            }
        }

        return null;
    }

    /// <summary>Starts another node.</summary>
    public NodeSupervisor Add(NodeSpec plan)
    {
        var node = Supervisor(plan);
        lock (_gate)
        {
            if (!_isClosing)
            {
                _supervisors = _supervisors.Add(node);
                node.Start();
            }
        }

        return node;
    }

    /// <summary>Sends SIGKILL to a node of a role.</summary>
    public NodeSupervisor Kill(string role) => Kill(Nodes.First(node => node.Plan.Role == role));

    /// <summary>Sends SIGKILL to a node. The front, or the only node of its role, is restarted; otherwise the others take over.</summary>
    public NodeSupervisor Kill(NodeSupervisor node)
    {
        var hasOthers = Nodes.Any(other => other != node && other.Plan.Role == node.Plan.Role && other.Now.State == ClusterNodeState.Running);
        node.Kill(staysAway: node.Plan.Role != "front" && hasOthers);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosing = true;
        }

        var nodes = Nodes;
        foreach (var node in nodes)
        {
            node.Close();
        }

        var ended = Task.WhenAll(nodes.Select(node => node.Ended));
        try
        {
            await ended.WaitAsync(ToClose, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            foreach (var node in nodes)
            {
                node.Kill(staysAway: true);
            }

            await ended;
        }
    }

    private NodeSupervisor Supervisor(NodeSpec plan) => new(plan, _announce, _log);
}
