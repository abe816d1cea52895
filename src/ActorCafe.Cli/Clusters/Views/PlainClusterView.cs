namespace ActorCafe.Cli.Clusters.Views;

/// <summary>For pipes and files: a line per change, and order counts every few seconds.</summary>
/// <param name="output">Receives events.</param>
/// <param name="errors">Receives the nodes' logs.</param>
internal sealed class PlainClusterView(TextWriter output, TextWriter errors) : IClusterView
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NodeSnapshot> _shown = [];
    private FrontOrders? _orders;
    private long _ordersAt;

    public void Announce(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Log(string line)
    {
        lock (_gate)
        {
            errors.WriteLine(line);
        }
    }

    public void Show(ClusterSnapshot picture)
    {
        foreach (var node in picture.Nodes.Where(node => _shown.GetValueOrDefault(node.Name) != node))
        {
            _shown[node.Name] = node;
            Announce($"{node.Name}: {node.Status}{(node.Machines.Length > 0 ? $", {node.Machines}" : "")}");
        }

        if (picture.Orders == _orders || (_orders is not null && TimeProvider.System.GetElapsedTime(_ordersAt) < BetweenCounts))
        {
            return;
        }

        _orders = picture.Orders;
        _ordersAt = TimeProvider.System.GetTimestamp();
        Announce(picture.OrdersLine);
    }
}
