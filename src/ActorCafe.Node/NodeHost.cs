using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Http;
using ActorCafe.Node.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Node;

/// <summary>A node as a process: its HTTP and its actors, from starting to closing.</summary>
public sealed class NodeHost : IAsyncDisposable
{
    private readonly NodeSettings _settings;
    private readonly NodeTimes _times;
    private readonly WebApplication _web;
    private readonly NodeGate _gate;
    private readonly INodeActors _actors;
    private readonly ILogger _log;

    /// <param name="settings">What the node is set up with.</param>
    /// <param name="log">Where everything logs to.</param>
    /// <param name="addActors">Adds <see cref="INodeActors"/> as a singleton, and what it needs.</param>
    /// <param name="times">How long things may take; null: as a node has it.</param>
    public NodeHost(NodeSettings settings, Serilog.ILogger log, Action<IServiceCollection> addActors, NodeTimes? times = null)
    {
        _settings = settings;
        _times = times ?? new NodeTimes();
        _web = NodeWeb.Build(settings, log, addActors, _times);
        _gate = _web.Services.GetRequiredService<NodeGate>();
        _actors = _web.Services.GetRequiredService<INodeActors>();
        _log = _web.Services.GetRequiredService<ILogger<NodeHost>>();
    }

    /// <summary>Where HTTP is served; known once it is bound.</summary>
    public string HttpAddress => _web.Urls.First();

    /// <summary>Runs the node until it is asked to close.</summary>
    /// <param name="output">Told in one line that the node is up.</param>
    /// <param name="closing">Asks it to close: it is not ready from then on, hands over, leaves, and ends.</param>
    /// <exception cref="NodeFailedException">It could not start, or its actors ended unasked.</exception>
    public async Task RunAsync(TextWriter output, CancellationToken closing)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var close = closing.Register(_gate.Close);
        try
        {
            await ActorPort.CheckAsync(_settings, closing);
            await HttpBinding.StartAsync(_web, _settings.Http);
            await _actors.StartAsync(closing);
            await output.WriteLineAsync($"{NodeRoles.Names(_settings.Roles)} up: {_actors.Address}, {HttpAddress}");
            await output.FlushAsync(closing);
            await _actors.Ended.WaitAsync(closing);
        }
        catch (Exception stopped) when (closing.IsCancellationRequested)
        {
            // It was asked to close, perhaps before it had come up; then joining fails, each way of joining in its own words.
            _log.LogDebug(stopped, "Asked to close");
        }
        finally
        {
            _gate.Close();
            await LeaveAsync();
        }

        if (!closing.IsCancellationRequested)
        {
            throw new NodeFailedException("this node is no longer a member of its cluster: the others took it for lost; start it again");
        }
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task LeaveAsync()
    {
        // HTTP goes last: until the end /ready says no and orders are told to try elsewhere, rather than that nobody is here.
        await InTimeAsync("leaving the cluster", _times.ToLeave, _actors.StopAsync);
        await InTimeAsync("closing HTTP", _times.ToCloseHttp, _web.StopAsync);
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
