using ActorCafe.Cli.Clusters.Views;
using ActorCafe.Floor.Clusters;

namespace ActorCafe.Cli.Clusters;

/// <summary>Polls the status of the front and shows it.</summary>
internal sealed class ClusterMonitor(FrontClient front, NodeProcessGroup nodes, IClusterView view)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RateOver = TimeSpan.FromSeconds(5);

    private readonly Queue<(long At, long Served)> _served = [];

    /// <summary>The orders as last seen; null: never seen.</summary>
    public FrontOrders? Orders { get; private set; }

    /// <summary>Completes when every node is a member that is up and every coffee machine is running on a node.</summary>
    public async Task WhenCompleteAsync(CancellationToken cancellation)
    {
        using var looks = new PeriodicTimer(BetweenLooks);
        do
        {
            if (await LookAsync(cancellation) is { } status && IsComplete(status))
            {
                return;
            }
        }
        while (await looks.WaitForNextTickAsync(cancellation));
    }

    /// <summary>Shows the status until cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        using var looks = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await looks.WaitForNextTickAsync(cancellation))
            {
                await LookAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the caller.
        }
    }

    private async Task<FrontStatus?> LookAsync(CancellationToken cancellation)
    {
        if (await front.StatusAsync(cancellation) is not { } status)
        {
            return null;
        }

        Orders = status.Orders;
        view.Show(ClusterSnapshot.Of(status, nodes.Nodes, Rate(status.Orders.Served)));
        return status;
    }

    private bool IsComplete(FrontStatus status) =>
        nodes.Nodes.Where(node => node.Now.State is ClusterNodeState.Starting or ClusterNodeState.Running).All(node => status.Members.Any(member => member.Address == node.Address?.Actors && member.Status == "Up"))
        && status.Machines.All(machine => machine.Node is not null);

    private double Rate(long served)
    {
        var now = TimeProvider.System.GetTimestamp();
        while (_served.Count > 1 && TimeProvider.System.GetElapsedTime(_served.Peek().At, now) > RateOver)
        {
            _served.Dequeue();
        }

        _served.Enqueue((now, served));
        var (first, before) = _served.Peek();
        var seconds = TimeProvider.System.GetElapsedTime(first, now).TotalSeconds;
        return seconds > 0 ? Math.Max(0, served - before) / seconds : 0;
    }
}
