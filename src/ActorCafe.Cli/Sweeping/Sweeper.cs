using System.Collections.Concurrent;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Playing;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Sweeping;

/// <summary>What became of a sweep.</summary>
/// <param name="Results">Of each point, in their order; null where the door closed before its end, or it failed.</param>
/// <param name="Failures">Why points failed.</param>
internal sealed record Swept(IReadOnlyList<ShopResult?> Results, IReadOnlyCollection<string> Failures)
{
    /// <summary>What is to be said besides.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>Plays the points of a sweep.</summary>
internal interface ISweeper
{
    /// <param name="points">The points.</param>
    /// <param name="file">Has those that are done, and is given each other one when it is; null: there is none.</param>
    /// <param name="door">When it closes, the sweep ends with what is finished.</param>
    Task<Swept> PlayAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, Door door);
}

/// <summary>Plays the points of a sweep side by side in this process.</summary>
internal sealed class Sweeper(PlayOptions options) : ISweeper
{
    public Task<Swept> PlayAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, Door door) =>
        ProgressBar.ShowAsync("sweep", !options.Quiet, progress => PlayAsync(points, file, door, progress));

    private async Task<Swept> PlayAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, Door door, IProgress<double>? progress)
    {
        var results = points.Select(point => file?.Done.GetValueOrDefault(point.Identity)).ToArray();
        var failures = new ConcurrentQueue<string>();
        var todo = Enumerable.Range(0, points.Count).Where(at => results[at] is null).ToArray();
        // Shops in real time would take each other's.
        var atOnce = Math.Min(options.Parallel, points.Any(point => point.Shop.Settings.Clock.Mode == ClockMode.Real) ? 1 : Math.Max(1, todo.Length));
        var shares = new SharedProgress(progress, todo.Length);
        await Parallel.ForEachAsync(todo.Index(), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (next, _) =>
        {
            if (door.Closing.IsCancellationRequested)
            {
                return;
            }

            try
            {
                var result = await PlayOneAsync(points[next.Item], (options.Parallel + atOnce - 1) / atOnce, shares.Of(next.Index), door);
                if (result.Interrupted)
                {
                    return;
                }

                results[next.Item] = result;
                file?.Add(points[next.Item], result);
            }
            catch (ShopFailedException failure)
            {
                failures.Enqueue($"{points[next.Item].Name}: {failure.Message}");
            }

            shares.Done(next.Index);
        });
        return new Swept(results, failures);
    }

    private Task<ShopResult> PlayOneAsync(SweepPoint point, int parallel, IProgress<double>? progress, Door door)
    {
        var log = ShopLog.For(options.LogLevel, point.Shop.Tree);
        return Simulation.RunAsync(log.Into(point.Shop.Settings), new RunOptions
        {
            Replications = options.Replications,
            Parallel = parallel,
            Progress = progress,
            Setup = log.Setup,
            CloseDoor = door.Closing,
        });
    }
}
