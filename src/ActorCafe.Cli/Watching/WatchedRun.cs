using ActorCafe.Shop;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Watching;

/// <summary>A run that is being watched: takes ten snapshots per second until it ends.</summary>
/// <param name="controls">Controls the run.</param>
/// <param name="timeline">Builds the snapshots.</param>
/// <param name="playing">The run.</param>
internal sealed class WatchedRun(ShopControls controls, SnapshotTimeline timeline, Task<ShopResult> playing)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <param name="look">Receives each snapshot, after <paramref name="before"/>.</param>
    /// <param name="before">Called before each snapshot.</param>
    public async Task UntilOverAsync(Action<ShopSnapshot> look, Func<Task> before)
    {
        using var ticks = new PeriodicTimer(BetweenLooks);
        try
        {
            do
            {
                await before();
                if (!await LookAsync(look))
                {
                    return;
                }
            }
            while (await ticks.WaitForNextTickAsync());
        }
        catch (OperationCanceledException)
        {
            // The run has ended and reports its own outcome.
        }
    }

    /// <summary>Takes a snapshot now.</summary>
    /// <returns>Whether the run still goes on.</returns>
    /// <exception cref="OperationCanceledException">The run is over.</exception>
    public async Task<bool> LookAsync(Action<ShopSnapshot> look)
    {
        var snapshot = controls.LookAsync(timeline.At);
        await Task.WhenAny(snapshot, playing);
        if (!snapshot.IsCompleted)
        {
            return false;
        }

        look(await snapshot);
        return true;
    }
}
