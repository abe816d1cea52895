using ActorCafe.Cluster;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Membership;
using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Sweeping;
using ActorCafe.Node.Telemetry;
using ActorCafe.OrderBook;
using ActorCafe.Remoting.Tls;
using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Node.Actors;

/// <summary>The actors of a cluster node: its actor system, its part of the café and, on the front, the order book.</summary>
internal sealed class NodeActors(NodeSettings settings, ILoggerFactory log, TimeProvider time, NodeTimeouts times, IFrontWatcher? watcher = null) : INodeActors, IAsyncDisposable
{
    private readonly ILogger _log = log.CreateLogger<NodeActors>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DurableOrderBook? _book;
    private ActorSystem? _system;
    private NodeTelemetry? _telemetry;
    private CafeActors? _cafe;

    public string Address => _cafe?.Address ?? throw new InvalidOperationException("The node is not up yet.");

    public string? Obstacle => _cafe is null ? "it is not up yet" : _cafe.Obstacle;

    public ICafeFront? Front => _cafe?.Front;

    public string? StandsByFor => _cafe?.StandsByFor;

    public Task Opened => _cafe?.Opened ?? throw new InvalidOperationException("The node is not up yet.");

    public string? SeedNodes => _system is null ? null : PodBootstrap.SeedNodes(Akka.Cluster.Cluster.Get(_system));

    public Task Ended => _ended.Task;

    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            _book = settings.Roles.Contains(NodeRole.Front) ? DurableOrderBook.Create(settings.Book) : null;
            var identity = _book is null ? null : await _book.IdentifyAsync(cancellation);
            if (identity?.Notice is { } notice)
            {
                _log.LogWarning("{Notice}", notice);
            }

            _system = NodeActorSystem.Create(settings, identity?.Id);
            _ = _system.WhenTerminated.ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
            _telemetry = Telemetry(_system);
            Func<Task>? bootstrap = settings.Discovery == ClusterDiscovery.Kubernetes ? () => PodBootstrap.StartAsync(_system, settings) : null;
            _cafe = await CafeActors.StartAsync(_system, settings, _book, identity, bootstrap, watcher, time, cancellation);
            _ = FailIfIslandAsync(_cafe);
            _ = FailWithFrontAsync(_cafe);
            SweepShopRunner.StartOnWorkerNodes(_system, settings);
        }
        catch (Exception failure) when (failure is OrderBookException or TlsException or CafeFailedException)
        {
            throw new NodeFailedException(failure.Message, failure);
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_system is null)
        {
            return;
        }

        if (_cafe is not null && !await _cafe.DrainAsync(cancellation))
        {
            _log.LogWarning("Closing with orders still open; the next start serves them");
        }

        await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await EndAsync(_system);
        }

        // Takes the last measurements while the actors still exist.
        if (_telemetry is not null)
        {
            await _telemetry.DisposeAsync();
        }

        _cafe?.Dispose();
        if (_book is not null)
        {
            await _book.DisposeAsync();
        }
    }

    private async Task FailIfIslandAsync(CafeActors cafe)
    {
        var other = await cafe.LargerCluster;
        _ended.TrySetException(new NodeFailedException(
            $"this node could not reach {other} when it started, and formed a separate cluster; restart it to join the other one"));
    }

    private async Task FailWithFrontAsync(CafeActors cafe)
    {
        var reason = await cafe.FrontFailed;
        // A member that was downed ends its actors too, and has its own words for it.
        if (cafe.IsUp)
        {
            _ended.TrySetException(new NodeFailedException(reason));
        }
    }

    /// <summary>Created before the first order, and after the node has a port.</summary>
    private NodeTelemetry? Telemetry(ActorSystem system)
    {
        if (settings.Telemetry is not { } telemetry)
        {
            return null;
        }

        _log.LogInformation("Traces and metrics go to {Collector}", telemetry.Endpoint);
        return new NodeTelemetry(settings, telemetry.Endpoint, Akka.Cluster.Cluster.Get(system).SelfAddress.ToString(), times.FlushTelemetry);
    }

    /// <summary>Leaving has had its time: whatever remains of the actor system ends with the process.</summary>
    private static async Task EndAsync(ActorSystem system)
    {
        try
        {
            await system.Terminate().WaitAsync(TimeSpan.FromMilliseconds(300));
        }
        catch (TimeoutException)
        {
            // The shutdown of sharding, for example, waits for a coordinator even if no machine node is left.
        }
    }
}

/// <summary>Registers a node's actors.</summary>
public static class CafeServiceCollectionExtensions
{
    public static IServiceCollection AddCafe(this IServiceCollection services, NodeSettings settings) =>
        services.AddSingleton(settings).AddSingleton<INodeActors, NodeActors>();
}
