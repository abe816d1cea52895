using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Playing;

/// <summary>Plays shops as the options of the command line want it.</summary>
internal sealed class Player(PlayOptions options, Door door)
{
    /// <summary>Plays a shop and writes it to <paramref name="into"/>: every order, and the first replication as it went.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="into">What is written.</param>
    /// <param name="recording">Is told the first replication too.</param>
    /// <exception cref="OutputException">Something could not be written.</exception>
    public async Task<ShopResult> PlayAsync(LoadedShop shop, ShopOutputs? into = null, IShopTimeline? recording = null)
    {
        var (settings, log) = (shop.Settings, ShopLog.For(options.LogLevel, shop.Tree));
        using var rows = into?.Csv is { } csv ? new OrderCsv(csv, settings.Stages, options.Replications) : null;
        var series = into?.Series is { } file ? new SeriesCsv(file, settings.Stages) : null;
        var timeline = EveryTimeline.Of(series, into?.Trace?.Begin(settings), recording);
        var result = await PlayAsync(settings, log, rows is null ? null : rows.ForReplication, timeline);
        rows?.Finish();
        series?.Finish();
        into?.Trace?.ThrowIfFailed();
        return result;
    }

    /// <summary>Measures what one more worker at the bottleneck would give; null if either shop has no capacity to compare, or the door is closed.</summary>
    public async Task<OneMoreWorker?> OneMoreAsync(LoadedShop shop, ShopResult result)
    {
        if (door.Closing.IsCancellationRequested || result.Interrupted || result.CapacityPerHour is null || OneMoreWorker.Of(shop.Settings, result) is not { } more)
        {
            return null;
        }

        var played = await OrDeadlockAsync(PlayAsync(more.Shop, ShopLog.Nothing));
        return played is { Interrupted: false, CapacityPerHour: not null } ? more with { Result = played } : null;
    }

    /// <summary>Plays the same customers with one more worker at each stage in turn; empty once the door is closed.</summary>
    public async Task<IReadOnlyList<OneMoreEach>> OneMoreEachAsync(LoadedShop shop, ShopResult result)
    {
        var settings = shop.Settings with { Clock = shop.Settings.Clock with { Mode = ClockMode.Virtual } };
        var more = new List<OneMoreEach>();
        // In real time the waits have their own noise: like is compared with like.
        var before = shop.Settings.Clock.Mode == ClockMode.Real ? await PlayAsync(settings, ShopLog.Nothing) : result;
        foreach (var stage in settings.Stages)
        {
            if (door.Closing.IsCancellationRequested)
            {
                return [];
            }

            var again = new Player(options with { Replications = before.Replications, UntilPrecision = null }, door);
            more.Add(OneMoreEach.Of(settings, stage, before, await OrDeadlockAsync(again.PlayAsync(OneMoreEach.With(settings, stage), ShopLog.Nothing))));
        }

        return more;
    }

    /// <summary>Null where more orders let in meet in a deadlock: no fault of the shop that was asked for.</summary>
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

    private Task<ShopResult> PlayAsync(ShopSettings settings, ShopLog log, Func<int, IOrderLog>? rows = null, IShopTimeline? timeline = null) =>
        ProgressBar.ShowAsync(settings.Name, !options.Quiet, progress => Simulation.RunAsync(log.Into(settings), new RunOptions
        {
            OrderLog = rows,
            Timeline = replication => replication == 1 ? timeline : null,
            Replications = options.Replications,
            Parallel = options.Parallel,
            UntilPrecision = options.UntilPrecision,
            MeasureCapacity = options.Talks || options.Json is not null || options.Report is not null,
            Progress = progress,
            Setup = log.Setup,
            CloseDoor = door.Closing,
        }));
}
