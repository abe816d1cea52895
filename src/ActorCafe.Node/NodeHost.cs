using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Http;
using ActorCafe.Node.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Node;

/// <summary>Hosts a node: its HTTP and its actors, from start to shutdown.</summary>
public sealed class NodeHost : IAsyncDisposable
{
    private readonly NodeSettings _settings;
    private readonly NodeTimeouts _times;
    private readonly WebApplication _web;
    private readonly NodeReadiness _readiness;
    private readonly INodeActors _actors;
    private readonly ILogger _log;

    /// <param name="settings">The settings of the node.</param>
    /// <param name="log">Receives all logs.</param>
    /// <param name="addActors">Registers <see cref="INodeActors"/> as a singleton, and its dependencies.</param>
    /// <param name="times">Time limits; null: the defaults.</param>
    public NodeHost(NodeSettings settings, Serilog.ILogger log, Action<IServiceCollection> addActors, NodeTimeouts? times = null)
    {
        _settings = settings;
        _times = times ?? new NodeTimeouts();
        _web = NodeWeb.Build(settings, log, addActors, _times);
        _readiness = _web.Services.GetRequiredService<NodeReadiness>();
        _actors = _web.Services.GetRequiredService<INodeActors>();
        _log = _web.Services.GetRequiredService<ILogger<NodeHost>>();
    }

    /// <summary>The address of HTTP, known once it is bound.</summary>
    public string HttpAddress => _web.Urls.First();

    /// <summary>The address of the probes alone, known once it is bound.</summary>
    public string ManagementAddress => _web.Urls.Last();

    /// <summary>Runs the node until shutdown is requested.</summary>
    /// <param name="output">Receives one line when the node is up.</param>
    /// <param name="closing">Requests shutdown: the node stops being ready, hands over, leaves, and ends.</param>
    /// <exception cref="NodeFailedException">The node could not start, or its actors ended unexpectedly.</exception>
    public async Task RunAsync(TextWriter output, CancellationToken closing)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var close = closing.Register(_readiness.Close);
        try
        {
            await ActorPortCheck.CheckAsync(_settings, closing);
            await HttpBinding.StartAsync(_web, _settings.Http);
            await _actors.StartAsync(closing);
            if (_actors.StandsByFor is { } front)
            {
                await SayAsync(output, $"standing by: {Addresses}; the café's front is at {front}", closing);
                await Task.WhenAny(_actors.Opened, _actors.Ended).WaitAsync(closing);
            }

            if (!_actors.Ended.IsCompleted)
            {
                await SayAsync(output, $"up: {Addresses}", closing);
            }

            await _actors.Ended.WaitAsync(closing);
        }
        catch (Exception stopped) when (closing.IsCancellationRequested)
        {
            // Shutdown was requested, perhaps before the node was up; joining then fails in various ways.
            _log.LogDebug(stopped, "Asked to close");
        }
        finally
        {
            _readiness.Close();
            await LeaveAsync();
        }

        if (!closing.IsCancellationRequested)
        {
            throw new NodeFailedException("this node is no longer a member of its cluster: the others took it for lost; start it again");
        }
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private string Addresses => $"{_actors.Address}, {HttpAddress}, management on {ManagementAddress}";

    private async Task SayAsync(TextWriter output, string what, CancellationToken closing)
    {
        await output.WriteLineAsync($"{NodeRoles.Names(_settings.Roles)} {what}");
        await output.FlushAsync(closing);
    }

    private async Task LeaveAsync()
    {
        // HTTP stops last: until then /ready fails and orders get a retryable answer instead of a refused connection.
        await InTimeAsync("leaving the cluster", _times.Leave, _actors.StopAsync);
        await InTimeAsync("closing HTTP", _times.CloseHttp, _web.StopAsync);
    }

    private async Task InTimeAsync(string what, TimeSpan limit, Func<CancellationToken, Task> work)
    {
        using var late = new CancellationTokenSource(limit, _times.Clock);
        try
        {
            await work(late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            _log.LogWarning("{What} took longer than {Limit}: the node ends without", what, limit);
        }
        catch (Exception problem)
        {
            _log.LogError(problem, "{What} failed: the node ends all the same", what);
        }
    }
}

/// <summary>Limits of a node, nearly all of time. Leaving and closing HTTP together stay below the 5 s in which a node has to end.</summary>
public sealed record NodeTimeouts
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>To hand over and leave the cluster.</summary>
    public TimeSpan Leave { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>To finish requests in progress.</summary>
    public TimeSpan CloseHttp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// To send the last telemetry after everything else, so that an unresponsive collector cannot delay the exit further.
    /// </summary>
    public TimeSpan FlushTelemetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>To answer one request.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// To receive the first byte on a new connection, and the headers of a request; and for so long its body may be slower than the
    /// least rate. Above 1 s.
    /// </summary>
    public TimeSpan Receive { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The number of connections that each HTTP port has at once.</summary>
    public int MostConnections { get; init; } = 2000;
}

/// <summary>Whether the node is ready. From the request for shutdown on it is not, whatever its membership.</summary>
internal sealed class NodeReadiness(INodeActors actors)
{
    private volatile bool _isClosing;

    public bool IsClosing => _isClosing;

    /// <summary>Why the node is not ready, as a clause; null: it is.</summary>
    public string? Obstacle => _isClosing ? "it is closing" : actors.Obstacle;

    public void Close() => _isClosing = true;
}

/// <summary>A node could not start or continue. The message is one line for the operator.</summary>
public sealed class NodeFailedException(string message, Exception? inner = null) : Exception(message, inner);
