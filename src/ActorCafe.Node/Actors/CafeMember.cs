using ActorCafe.Cluster;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Sweeping;
using ActorCafe.Node.Telemetry;
using ActorCafe.OrderBook;
using ActorCafe.Remoting.Tls;
using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Node.Actors;

/// <summary>A member of the café's cluster: its actor system, its part of the café, and the order book where it is the front.</summary>
internal sealed class CafeMember(NodeSettings settings, ILoggerFactory log, TimeProvider time, NodeTimes times) : INodeActors, IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DurableOrderBook? _book;
    private ActorSystem? _system;
    private NodeTelemetry? _telemetry;
    private CafeActors? _cafe;

    public string Address => _cafe?.Address ?? throw new InvalidOperationException("The node is not up yet.");

    public bool IsUp => _cafe is { IsUp: true };

    public ICafeFront? Front => _cafe?.Front;

    public Task Ended => _ended.Task;

    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            _book = settings.Roles.Contains(NodeRole.Front) ? DurableOrderBook.Create(settings.Book) : null;
            _system = MemberSystem.Create(settings, log);
            _ = _system.WhenTerminated.ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
            _telemetry = Telemetry(_system);
            _cafe = await CafeActors.StartAsync(_system, settings, _book, time, cancellation);
            _ = EndIfApartAsync(_cafe);
            SentShopPlayer.StartWorker(_system, settings);
        }
        catch (Exception failure) when (failure is OrderBookException or TlsException)
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

        if (_cafe is not null)
        {
            await _cafe.ServeThoseInsideAsync(cancellation);
        }

        await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await EndAsync(_system);
        }

        // The last measures are taken while there is something to measure.
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

    private async Task EndIfApartAsync(CafeActors cafe)
    {
        var other = await cafe.Elsewhere;
        _ended.TrySetException(new NodeFailedException(
            $"this node could not reach {other} when it started, and began a cluster of its own beside that one's; start it again, to join it"));
    }

    /// <summary>Made before the first order is taken up, and after the node has a port.</summary>
    private NodeTelemetry? Telemetry(ActorSystem system)
    {
        if (settings.Telemetry is not { } telemetry)
        {
            return null;
        }

        log.CreateLogger<CafeMember>().LogInformation("Traces and metrics go to {Collector}", telemetry.Endpoint);
        return new NodeTelemetry(settings, telemetry.Endpoint, Akka.Cluster.Cluster.Get(system).SelfAddress.ToString(), times.ToSendTheLast);
    }

    /// <summary>Leaving had its time: what is left of the actor system after a moment ends with the process.</summary>
    private static async Task EndAsync(ActorSystem system)
    {
        try
        {
            await system.Terminate().WaitAsync(TimeSpan.FromMilliseconds(300));
        }
        catch (TimeoutException)
        {
            // Sharding's shutdown, for one, waits for a coordinator even where no machine node is left.
        }
    }
}
