using ActorCafe.Floor.Clusters;

namespace ActorCafe.Floor.Tests.Clusters;

/// <summary>A cluster without processes: a front that runs, and a machine node that still starts.</summary>
internal sealed class FakeCluster(Uri front) : IClusterControl
{
    public Uri Front { get; set; } = front;

    public string? ApiKey { get; set; }

    public IReadOnlyList<ClusterNode> Nodes { get; private set; } =
    [
        new("front", "front", "akka.tcp://actorcafe@127.0.0.1:1", ClusterNodeState.Running, TimeSpan.FromSeconds(5), false),
        new("machine node 1", "machine", null, ClusterNodeState.Starting, TimeSpan.FromSeconds(1.5), false),
    ];

    public double Rate { get; private set; }

    public ClusterNode? Kill(string name)
    {
        var node = Nodes.Single(node => node.Name == name);
        if (node.State != ClusterNodeState.Running)
        {
            return null;
        }

        var killed = node with { State = ClusterNodeState.Killed, StartsAgain = true };
        Nodes = [.. Nodes.Select(other => other == node ? killed : other)];
        return killed;
    }

    public string? Start(string role)
    {
        if (Nodes.Count == 3)
        {
            return null;
        }

        Nodes = [.. Nodes, new($"{role} node 2", role, null, ClusterNodeState.Starting, TimeSpan.Zero, false)];
        return Nodes[^1].Name;
    }

    public void SetRate(double perSecond) => Rate = perSecond;
}
