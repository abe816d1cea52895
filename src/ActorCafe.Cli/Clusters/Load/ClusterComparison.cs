using System.Globalization;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters.Load;

/// <summary>Compares the same customers on one node, in virtual time, and on a cluster.</summary>
internal sealed class ClusterComparison
{
    /// <summary>The front rebalances grinders once per second, which no status shows.</summary>
    private static readonly TimeSpan ToSettle = TimeSpan.FromSeconds(2);

    private readonly ClusterOptions _options;
    private readonly ShopSettings _shop;
    private readonly string _prefix;
    private readonly IReadOnlyList<PlannedOrder> _orders;
    private readonly ShopResult _oneNode;
    private ClusterResult? _played;

    private ClusterComparison(ClusterOptions options, LoadedShop shop, IReadOnlyList<PlannedOrder> orders, ShopResult oneNode)
    {
        _options = options;
        _shop = shop.Settings;
        _orders = orders;
        _oneNode = oneNode;
        // A book that already existed may hold orders of earlier runs.
        var isNew = options.Data is null && shop.Node.Book is { Store.Text: "sqlite", Connection: null };
        _prefix = isNew ? "" : string.Create(CultureInfo.InvariantCulture, $"play-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}-");
    }

    /// <summary>Simulates the shop on one node and plans the orders for the cluster.</summary>
    public static async Task<ClusterComparison> PrepareAsync(ClusterOptions options, LoadedShop shop, CancellationToken closing)
    {
        // A cluster is measured from its first order on, so the warm-up is 0 here too.
        var oneNode = shop.Settings with
        {
            Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual },
            Statistics = shop.Settings.Statistics with { WarmUp = WarmUp.None },
        };
        var result = await Simulation.RunAsync(ShopLog.Nothing.Into(oneNode), new RunOptions { MeasureCapacity = false, CloseDoor = closing });
        return new(options, shop, [.. PlannedOrder.Of(shop.Settings)], result);
    }

    public async Task RunAsync(NodeProcessGroup nodes, FrontClient front, CancellationToken closing)
    {
        await Task.Delay(ToSettle, TimeProvider.System, closing);
        string? killed = null;
        var play = new LoadGenerator(front, _orders, _shop.Clock.TimeScale, _prefix);
        var played = await play.RunAsync(() => killed = _options.Kill is { } role ? nodes.Kill(role).Plan.Name : null, closing);
        _played = played with { Killed = killed };
    }

    /// <summary>Prints the table, and the JSON if requested.</summary>
    /// <returns>Whether anything was measured.</returns>
    public bool Print(OutputFile? json)
    {
        if (_played is null)
        {
            return false;
        }

        if (_options.Json is not null)
        {
            Write(ClusterResultJson.Of(_played, _oneNode, _options.Grinders, _options.Machines, _shop.Clock.TimeScale), json);
        }

        if (!_options.JsonOnStdout)
        {
            ClusterReport.Write(Terminal.StandardOutput(), ClusterMessages.Nodes(_options), _shop.Clock.TimeScale, _played, _oneNode);
        }

        return true;
    }

    private static void Write(byte[] bytes, OutputFile? file)
    {
        if (file is null)
        {
            using var output = StandardStreams.OpenOutput();
            output.Write(bytes);
            return;
        }

        file.Write(bytes);
        file.Finish();
    }
}
