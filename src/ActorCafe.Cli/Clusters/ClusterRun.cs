using System.Globalization;
using ActorCafe.Cli.Clusters.Floor;
using ActorCafe.Cli.Clusters.Load;
using ActorCafe.Cli.Clusters.Views;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Configuration;
using ActorCafe.Floor;

namespace ActorCafe.Cli.Clusters;

/// <summary>Runs a cluster on this machine from start to end.</summary>
internal sealed class ClusterRun : IDisposable
{
    private readonly ClusterOptions _options;
    private readonly LoadedShop _shop;
    private readonly GracefulShutdown _shutdown;
    private readonly TempDirectory _scratch = new();
    private readonly OutputFile? _json;
    private Action<string> _report = Console.Error.WriteLine;
    private FrontOrders? _orders;

    private ClusterRun(ClusterOptions options, LoadedShop shop)
    {
        _options = options;
        _shop = shop;
        _shutdown = new("closing: the nodes hand over and end", report: line => _report(line));
        _json = options is { Json: { } path, JsonOnStdout: false } ? OutputFile.Open("--json", path) : null;
    }

    /// <exception cref="InputException">An option, variable or file is wrong.</exception>
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
        _shutdown.Dispose();
        _scratch.Dispose();
        _json?.Dispose();
    }

    private async Task<int> RunAsync(int port)
    {
        var comparison = _options.Play ? await ClusterComparison.PrepareAsync(_options, _shop, _shutdown.Token) : null;
        var data = _options.Data ?? (_options.Play ? Path.Combine(_scratch.Path, "front") : null);
        var plan = new ClusterPlan(_options, _shop, port, data, _scratch.Path);
        var exitCode = await ClusterViewFactory.ShowAsync(_options.JsonOnStdout, view => RunAsync(plan, port, comparison, view));
        if (comparison?.Print(_json) != true && _shutdown.IsRequestedByUser)
        {
            var console = _options.JsonOnStdout ? Terminal.For(Console.Error, Console.IsErrorRedirected) : Terminal.StandardOutput();
            console.WriteWrapped(ClusterMessages.Stopped(_orders, doesLast: data is null || _options.Data is not null));
        }

        return exitCode;
    }

    private async Task<int> RunAsync(ClusterPlan plan, int port, ClusterComparison? comparison, IClusterView view)
    {
        _report = view.Announce;
        await using var nodes = new NodeProcessGroup(plan.First, view.Announce, view.Log);
        await using var floor = _options.Floor ? await ServeFloorAsync(nodes, plan, port, view) : null;
        try
        {
            if (await nodes.StartAsync(_shutdown.Token) is { } failed)
            {
                view.Log($"actorcafe: {failed.Plan.Name} could not be started");
                return ExitCodes.Failed;
            }

            using var front = new FrontClient(nodes.Front.Address!.Http, _shop.Node.ApiKey);
            var monitor = new ClusterMonitor(front, nodes, view);
            view.Announce(ClusterMessages.Welcome(nodes.Front.Address.Http, _shop));
            await monitor.WhenCompleteAsync(_shutdown.Token);
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(_shutdown.Token);
            var watched = monitor.WatchAsync(watching.Token);
            bool isFrontLost;
            try
            {
                isFrontLost = await LiveAsync(nodes, front, comparison);
            }
            finally
            {
                await watching.CancelAsync();
                await watched;
                _orders = (await front.StatusAsync(CancellationToken.None))?.Orders ?? monitor.Orders;
            }

            return _shutdown.IsRequestedByUser ? ExitCodes.Interrupted : isFrontLost ? ExitCodes.Failed : ExitCodes.Done;
        }
        catch (OperationCanceledException) when (_shutdown.IsRequestedByUser)
        {
            return ExitCodes.Interrupted;
        }
    }

    private async Task<ClusterFloor> ServeFloorAsync(NodeProcessGroup nodes, ClusterPlan plan, int port, IClusterView view)
    {
        try
        {
            var front = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri;
            var floor = await ClusterFloor.StartAsync(nodes, plan, _shop, front, _options.FloorPort, view.Log);
            view.Announce($"floor: {floor.Page} (Ctrl-C ends the cluster)");
            return floor;
        }
        catch (PortTakenException)
        {
            throw FloorCommand.PortTaken(ClusterCommand.FloorPort, _options.FloorPort);
        }
    }

    /// <summary>
    /// Completes when all orders are placed and served or, without customers, when shutdown is requested. Returns true if the front
    /// could not be kept running.
    /// </summary>
    private async Task<bool> LiveAsync(NodeProcessGroup nodes, FrontClient front, ClusterComparison? comparison)
    {
        var life = comparison is null
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _shutdown.Token)
            : comparison.RunAsync(nodes, front, _shutdown.Token);
        if (await Task.WhenAny(life, nodes.Front.Ended) != life)
        {
            return true;
        }

        await life;
        return false;
    }
}

/// <summary>Sentences about a cluster as a whole.</summary>
internal static class ClusterMessages
{
    /// <summary>The address that takes orders, with an example.</summary>
    public static string Welcome(Uri front, LoadedShop shop)
    {
        var url = front.ToString().TrimEnd('/');
        // Never prints the key itself.
        var key = shop.Node.ApiKey is null ? "" : " -H \"X-Api-Key: $CAFE_API_KEY\"";
        return $"{url} takes orders: curl {url}/orders{key} -H 'Content-Type: application/json' "
            + $"-d '{{\"id\": \"mine-1\", \"drink\": \"{shop.Settings.Menu[0].Name}\"}}'";
    }

    /// <summary>What remains to be said of a cluster that was stopped.</summary>
    /// <param name="orders">Its orders; null: it was still starting.</param>
    /// <param name="doesLast">Whether the order book is kept.</param>
    public static string Stopped(FrontOrders? orders, bool doesLast) => orders is null
        ? "Stopped while the cluster was starting."
        : $"Stopped: {DisplayFormat.Count(orders.Accepted)} orders accepted, {DisplayFormat.Count(orders.Served)} served"
            + $"{(orders.Pending == 0 ? "" : $", {DisplayFormat.Count(orders.Pending)} still open{(doesLast ? " in the order book; they are served after the next start" : "")}")}.";

    /// <summary><c>1 front, 2 grinder and 3 machine nodes</c>.</summary>
    public static string Nodes(ClusterOptions options) =>
        $"1 front, {DisplayFormat.Count(options.Grinders)} grinder and {DisplayFormat.Count(options.Machines)} machine nodes, and a seed node";
}

/// <summary>A temporary folder, deleted on disposal.</summary>
internal sealed class TempDirectory : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorcafe-cluster-");

    public string Path => _folder.FullName;

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Left to the system, which clears its temporary folder eventually.
        }
    }
}
