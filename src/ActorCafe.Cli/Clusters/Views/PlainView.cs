namespace ActorCafe.Cli.Clusters.Views;

/// <summary>For a pipe or a file: a line for whatever changes, and the orders' counts now and then.</summary>
/// <param name="output">Where what happens is told.</param>
/// <param name="errors">Where the nodes' logs go.</param>
internal sealed class PlainView(TextWriter output, TextWriter errors) : IClusterView
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NodePicture> _shown = [];
    private FrontOrders? _orders;
    private long _ordersAt;

    public void Say(string line)
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

    public void Show(ClusterPicture picture)
    {
        foreach (var node in picture.Nodes.Where(node => _shown.GetValueOrDefault(node.Name) != node))
        {
            _shown[node.Name] = node;
            Say($"{node.Name}: {node.Status}{(node.Machines.Length > 0 ? $", {node.Machines}" : "")}");
        }

        if (picture.Orders == _orders || (_orders is not null && TimeProvider.System.GetElapsedTime(_ordersAt) < BetweenCounts))
        {
            return;
        }

        _orders = picture.Orders;
        _ordersAt = TimeProvider.System.GetTimestamp();
        Say(picture.OrdersLine);
    }
}
