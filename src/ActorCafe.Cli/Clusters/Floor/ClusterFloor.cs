using ActorCafe.Cli.Clusters.Load;
using ActorCafe.Configuration;
using ActorCafe.Floor;
using ActorCafe.Floor.Clusters;

namespace ActorCafe.Cli.Clusters.Floor;

/// <summary>The page of a cluster of processes: shows them, kills and starts them, and sends customers.</summary>
internal sealed class ClusterFloor : IClusterControl, IAsyncDisposable
{
    private readonly NodeProcessGroup _nodes;
    private readonly ClusterPlan _plan;
    private readonly SteadyCustomers _customers;
    private FloorServer? _server;

    private ClusterFloor(NodeProcessGroup nodes, ClusterPlan plan, LoadedShop shop, Uri front, Action<string> log)
    {
        _nodes = nodes;
        _plan = plan;
        Front = front;
        ApiKey = shop.Node.ApiKey;
        _customers = new SteadyCustomers(front, ApiKey, shop.Settings, log);
    }

    public Uri Front { get; }

    public string? ApiKey { get; }

    public IReadOnlyList<ClusterNode> Nodes => [.. _nodes.Nodes.Select(node => node.Now)];

    public double Rate => _customers.PerSecond;

    /// <summary>The address of the page, with its key.</summary>
    public Uri Page => _server!.Page;

    /// <summary>Starts serving the page.</summary>
    /// <param name="nodes">The processes.</param>
    /// <param name="plan">Plans more of them.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="front">The address of the front's HTTP.</param>
    /// <param name="port">The port of the page; 0: any free one.</param>
    /// <param name="log">Receives what goes wrong, a line each.</param>
    /// <exception cref="PortTakenException">Another program has the port.</exception>
    public static async Task<ClusterFloor> StartAsync(NodeProcessGroup nodes, ClusterPlan plan, LoadedShop shop, Uri front, int port, Action<string> log)
    {
        var floor = new ClusterFloor(nodes, plan, shop, front, log);
        try
        {
            floor._server = await FloorServer.StartAsync(floor, port);
            return floor;
        }
        catch
        {
            await floor.DisposeAsync();
            throw;
        }
    }

    public ClusterNode? Kill(string name) =>
        _nodes.Nodes.Single(node => node.Plan.Name == name) is { Now.State: ClusterNodeState.Running } node ? _nodes.Kill(node).Now : null;

    public string? Start(string role) => _plan.Another(role) is { } another ? _nodes.Add(another).Plan.Name : null;

    public void SetRate(double perSecond) => _customers.PerSecond = perSecond;

    public async ValueTask DisposeAsync()
    {
        await _customers.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
