using ActorCafe.Shop;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Watching;

/// <summary>A run that is being watched: a look at it ten times a second, until it is over.</summary>
/// <param name="controls">The hand on it.</param>
/// <param name="timeline">What is looked at.</param>
/// <param name="playing">The run.</param>
internal sealed class Watched(ShopControls controls, SceneTimeline timeline, Task<ShopResult> playing)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <param name="look">Is given each scene, after <paramref name="before"/>.</param>
    /// <param name="before">What is done before each look.</param>
    public async Task UntilOverAsync(Action<Scene> look, Func<Task> before)
    {
        using var ticks = new PeriodicTimer(BetweenLooks);
        try
        {
            do
            {
                await before();
                var scene = controls.LookAsync(timeline.At);
                await Task.WhenAny(scene, playing);
                if (!scene.IsCompleted)
                {
                    return;
                }

                look(await scene);
            }
            while (await ticks.WaitForNextTickAsync());
        }
        catch (OperationCanceledException)
        {
            // It is over; what came of it is the run's to tell.
        }
    }
}
