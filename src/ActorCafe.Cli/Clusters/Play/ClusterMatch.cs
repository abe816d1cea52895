using System.Globalization;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters.Play;

/// <summary>The same customers twice: on one node, in virtual time, and on a cluster.</summary>
internal sealed class ClusterMatch
{
    /// <summary>The front spreads grinders over their nodes in rounds of a second, which no status shows.</summary>
    private static readonly TimeSpan ToSettle = TimeSpan.FromSeconds(2);

    private readonly ClusterOptions _options;
    private readonly ShopSettings _shop;
    private readonly string _prefix;
    private readonly IReadOnlyList<PlannedOrder> _orders;
    private readonly ShopResult _oneNode;
    private ClusterPlayed? _played;

    private ClusterMatch(ClusterOptions options, LoadedShop shop, IReadOnlyList<PlannedOrder> orders, ShopResult oneNode)
    {
        _options = options;
        _shop = shop.Settings;
        _orders = orders;
        _oneNode = oneNode;
        // A book that lasts has had other customers.
        var isNew = options.Data is null && shop.Node.Book is { Store.Text: "sqlite", Connection: null };
        _prefix = isNew ? "" : string.Create(CultureInfo.InvariantCulture, $"play-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}-");
    }

    /// <summary>Plays on one node, which takes no time, and knows then what to play on the cluster.</summary>
    public static async Task<ClusterMatch> PrepareAsync(ClusterOptions options, LoadedShop shop, CancellationToken closing)
    {
        // A cluster is measured from its first order, so is this.
        var oneNode = shop.Settings with
        {
            Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual },
            Statistics = shop.Settings.Statistics with { WarmUp = 0 },
        };
        var result = await Simulation.RunAsync(ShopLog.Nothing.Into(oneNode), new RunOptions { MeasureCapacity = false, CloseDoor = closing });
        return new(options, shop, [.. PlannedOrder.Of(shop.Settings)], result);
    }

    public async Task PlayAsync(NodeCrew crew, FrontClient front, CancellationToken closing)
    {
        await Task.Delay(ToSettle, TimeProvider.System, closing);
        string? killed = null;
        var play = new ClusterPlay(front, _orders, _shop.Clock.TimeScale, _prefix);
        var played = await play.PlayAsync(() => killed = _options.Kill is { } role ? crew.Kill(role).Plan.Name : null, closing);
        _played = played with { Killed = killed };
    }

    /// <summary>Tells what was measured, if anything was: the table, and the JSON where it was asked for.</summary>
    public void Tell(OutputFile? json)
    {
        if (_played is null)
        {
            return;
        }

        if (_options.Json is not null)
        {
            Write(ClusterJson.Of(_played, _oneNode, _options.Grinders, _options.Machines, _shop.Clock.TimeScale), json);
        }

        if (!_options.JsonOnStdout)
        {
            ClusterReport.Write(Terminal.StandardOutput(), ClusterWords.Nodes(_options), _shop.Clock.TimeScale, _played, _oneNode);
        }
    }

    private static void Write(byte[] bytes, OutputFile? file)
    {
        if (file is null)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(bytes);
            return;
        }

        file.Write(bytes);
        file.Finish();
    }
}
