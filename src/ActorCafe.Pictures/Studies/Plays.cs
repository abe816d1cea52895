using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>Plays many shops side by side, in virtual time and without a word.</summary>
internal static class Plays
{
    /// <summary>In the order of the shops; null for one that could not be brought to its end.</summary>
    /// <exception cref="OperationCanceledException">It was ended from outside.</exception>
    public static async Task<IReadOnlyList<ShopResult?>> AllAsync(IReadOnlyList<ShopSettings> shops, StudyOptions options)
    {
        var results = new ShopResult?[shops.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            shops.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = options.Closing },
            async (at, _) =>
            {
                results[at] = await PlayAsync(shops[at], options.Closing).ConfigureAwait(false);
                options.Progress?.Report((double)Interlocked.Increment(ref done) / shops.Count);
            }).ConfigureAwait(false);
        options.Closing.ThrowIfCancellationRequested();
        return results;
    }

    private static async Task<ShopResult?> PlayAsync(ShopSettings shop, CancellationToken closing)
    {
        try
        {
            return await Simulation.RunAsync(
                shop with { Clock = shop.Clock with { Mode = ClockMode.Virtual } },
                new RunOptions { MeasureCapacity = false, Parallel = 1, CloseDoor = closing }).ConfigureAwait(false);
        }
        catch (ShopFailedException)
        {
            // Blocking shops may come to a deadlock where other customers come: no fault of the one that was asked for.
            return null;
        }
    }
}
