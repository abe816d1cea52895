using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Running;

/// <summary>Runs shops with the options of the command line.</summary>
internal sealed class ShopRunner(SimulationOptions options, GracefulShutdown shutdown)
{
    /// <summary>Runs a shop and writes every order, and the course of the first replication, to <paramref name="into"/>.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="into">The outputs.</param>
    /// <param name="recordings">Also receive the events of the first replication.</param>
    /// <exception cref="OutputException">A file could not be written.</exception>
    public async Task<ShopResult> RunAsync(LoadedShop shop, ShopOutputs? into = null, params IEnumerable<IShopTimeline?> recordings)
    {
        var (settings, log) = (shop.Settings, ShopLog.For(options.LogLevel, shop.Tree));
        using var rows = into?.Csv is { } csv ? new OrderCsv(csv, settings, options.Replications) : null;
        var series = into?.Series is { } file ? new SeriesCsv(file, settings.Stages) : null;
        var timeline = CompositeTimeline.Of([series, into?.Trace?.Begin(settings), .. recordings]);
        var result = await RunAsync(settings, log, rows is null ? null : rows.ForReplication, timeline);
        rows?.Finish();
        series?.Finish();
        into?.Trace?.ThrowIfFailed();
        return result;
    }

    /// <summary>
    /// Measures the effect of one more worker at the bottleneck; null if either shop has no capacity to compare, or shutdown is
    /// requested.
    /// </summary>
    public async Task<OneMoreAtBottleneck?> OneMoreAsync(LoadedShop shop, ShopResult result)
    {
        if (shutdown.Token.IsCancellationRequested || result.Interrupted || result.Capacity is null || OneMoreAtBottleneck.Of(shop.Settings, result) is not { } more)
        {
            return null;
        }

        if (!more.SameCustomers)
        {
            return await Simulation.CapacityAsync(more.Shop, shutdown.Token) is { } capacity ? more with { Capacity = capacity } : null;
        }

        var played = await OrDeadlockAsync(RunAsync(more.Shop, ShopLog.Nothing));
        return played is { Interrupted: false, Capacity: not null } ? more with { Capacity = played.Capacity, TimeInShop = played.ResponseTime.Mean } : null;
    }

    /// <summary>Runs the same customers with one more worker at each stage in turn; empty if shutdown is requested.</summary>
    public async Task<IReadOnlyList<OneMoreAtStage>> OneMoreAtEachStageAsync(LoadedShop shop, ShopResult result)
    {
        var settings = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual } };
        var more = new List<OneMoreAtStage>();
        // Waits in real time carry noise of their own, so both sides are run in virtual time.
        var before = shop.Settings.Clock.Mode == ClockMode.Real ? await RunAsync(settings, ShopLog.Nothing) : result;
        foreach (var stage in settings.Stages)
        {
            if (shutdown.Token.IsCancellationRequested)
            {
                return [];
            }

            var again = new ShopRunner(options with { Replications = before.Replications, UntilPrecision = null }, shutdown);
            more.Add(OneMoreAtStage.Of(settings, stage, before, await OrDeadlockAsync(again.RunAsync(OneMoreAtStage.With(settings, stage), ShopLog.Nothing))));
        }

        return more;
    }

    /// <summary>Null if admitting more orders leads to a deadlock, which is not the fault of the requested shop.</summary>
    private static async Task<ShopResult?> OrDeadlockAsync(Task<ShopResult> playing)
    {
        try
        {
            return await playing;
        }
        catch (ShopFailedException)
        {
            return null;
        }
    }

    private Task<ShopResult> RunAsync(ShopSettings settings, ShopLog log, Func<int, IOrderLog>? rows = null, IShopTimeline? timeline = null) =>
        ProgressBar.ShowAsync(settings.Name, !options.Quiet, progress => Simulation.RunAsync(log.Into(settings), new RunOptions
        {
            OrderLog = rows,
            Timeline = replication => replication == 1 ? timeline : null,
            Replications = options.Replications,
            Parallel = options.Parallel,
            UntilPrecision = options.UntilPrecision,
            MeasureCapacity = options.PrintsText || options.Json is not null || options.Report is not null,
            Progress = progress,
            CloseDoor = shutdown.Token,
        }));
}
