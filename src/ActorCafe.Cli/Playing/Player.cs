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
    /// <summary>Plays <paramref name="shop"/>, its orders into <paramref name="csv"/>.</summary>
    /// <exception cref="OutputException">The orders could not be written.</exception>
    public async Task<ShopResult> PlayAsync(LoadedShop shop, OutputFile? csv)
    {
        var log = ShopLog.For(options.LogLevel, shop.Tree);
        if (csv is null)
            return await PlayAsync(shop.Settings, log, null);

        using var rows = new OrderCsv(csv, shop.Settings.Stages, options.Replications, door.Close);
        var result = await PlayAsync(shop.Settings, log, rows.ForReplication);
        rows.Finish();
        return result;
    }

    /// <summary>Measures what one more worker at the bottleneck would give; null if either shop has no capacity to compare, or the door is closed.</summary>
    public async Task<OneMoreWorker?> OneMoreAsync(LoadedShop shop, ShopResult result)
    {
        if (door.Closing.IsCancellationRequested || result.Interrupted || result.CapacityPerHour is null || OneMoreWorker.Of(shop.Settings, result) is not { } more)
            return null;
        try
        {
            var played = await PlayAsync(more.Shop, ShopLog.Nothing, null);
            return played.Interrupted || played.CapacityPerHour is null ? null : more with { Result = played };
        }
        catch (ShopFailedException)
        {
            // More orders let in may meet in a deadlock: no fault of the shop that was asked for.
            return null;
        }
    }

    private Task<ShopResult> PlayAsync(ShopSettings settings, ShopLog log, Func<int, IOrderLog>? rows) =>
        ProgressBar.ShowAsync(settings.Name, !options.Quiet, progress => ShopRun.PlayAsync(log.Into(settings), new RunOptions
        {
            OrderLog = rows,
            Replications = options.Replications,
            Parallel = options.Parallel,
            MeasureCapacity = options.Talks || options.Json is not null,
            Progress = progress,
            Setup = log.Setup,
            CloseDoor = door.Closing,
        }));
}
