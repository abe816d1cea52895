using System.Globalization;
using ActorCafe.Cli.Clusters.Play;
using ActorCafe.Cli.Clusters.Views;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Playing;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Clusters;

/// <summary>A cluster on this machine from its start to its end.</summary>
internal sealed class ClusterRun : IDisposable
{
    private readonly ClusterOptions _options;
    private readonly LoadedShop _shop;
    private readonly Door _door = new("closing: the nodes hand over and end");
    private readonly ScratchFolder _scratch = new();
    private readonly OutputFile? _json;

    private ClusterRun(ClusterOptions options, LoadedShop shop)
    {
        _options = options;
        _shop = shop;
        _json = options is { Json: { } path, JsonOnStdout: false } ? OutputFile.Open("--json", path) : null;
    }

    /// <exception cref="InputException">Anything is wrong with what was asked for.</exception>
    public static async Task<int> RunAsync(ClusterOptions options)
    {
        var shop = ClusterShop.Load(options);
        var port = shop.Node.HttpPort == 0 ? FreePorts.Find(1)[0] : shop.Node.HttpPort;
        if (!FreePorts.IsFree(port))
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"actorcafe: the HTTP port 127.0.0.1:{port} is in use; choose another with --http-port"));
            return ExitCodes.Failed;
        }

        using var run = new ClusterRun(options, shop);
        return await run.RunAsync(port);
    }

    public void Dispose()
    {
        _door.Dispose();
        _scratch.Dispose();
        _json?.Dispose();
    }

    private async Task<int> RunAsync(int port)
    {
        var match = _options.Play ? await ClusterMatch.PrepareAsync(_options, _shop, _door.Closing) : null;
        var data = _options.Data ?? (_options.Play ? Path.Combine(_scratch.Path, "front") : null);
        var plans = ClusterPlan.Of(_options, _shop, port, data, _scratch.Path);
        var exitCode = await ClusterViews.ShowAsync(_options.JsonOnStdout, view => RunAsync(plans, match, view));
        match?.Tell(_json);
        return exitCode;
    }

    private async Task<int> RunAsync(IReadOnlyList<NodePlan> plans, ClusterMatch? match, IClusterView view)
    {
        await using var crew = new NodeCrew(plans, view.Say, view.Log);
        try
        {
            if (await crew.StartAsync(_door.Closing) is { } failed)
            {
                view.Log($"actorcafe: {failed.Plan.Name} could not be started");
                return ExitCodes.Failed;
            }

            using var front = new FrontClient(crew.Front.Address!.Http, _shop.Node.ApiKey);
            var monitor = new ClusterMonitor(front, crew, view);
            view.Say(ClusterWords.Welcome(crew.Front.Address.Http, _shop));
            await monitor.WhenCompleteAsync(_door.Closing);
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(_door.Closing);
            var watched = monitor.WatchAsync(watching.Token);
            var isFrontLost = await LiveAsync(crew, front, match);
            await watching.CancelAsync();
            await watched;
            return _door.IsClosedByHand ? ExitCodes.ClosedByHand : isFrontLost ? ExitCodes.Failed : ExitCodes.Done;
        }
        catch (OperationCanceledException) when (_door.IsClosedByHand)
        {
            return ExitCodes.ClosedByHand;
        }
    }

    /// <summary>Ends with the play, or where nobody plays with the door closed; true: with the front, which could not be kept.</summary>
    private async Task<bool> LiveAsync(NodeCrew crew, FrontClient front, ClusterMatch? match)
    {
        var life = match is null
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _door.Closing)
            : match.PlayAsync(crew, front, _door.Closing);
        if (await Task.WhenAny(life, crew.Front.Ended) != life)
        {
            return true;
        }

        await life;
        return false;
    }
}
