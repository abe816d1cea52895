using System.Collections.Concurrent;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Sweeping;

/// <summary>The outcome of a sweep.</summary>
/// <param name="Results">The result of each point, in order; null if it failed or was stopped.</param>
/// <param name="Failures">The reasons why points failed.</param>
internal sealed record SweepOutcome(IReadOnlyList<ShopResult?> Results, IReadOnlyCollection<string> Failures)
{
    /// <summary>Further sentences to print.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>Runs the points of a sweep.</summary>
internal interface ISweeper
{
    /// <param name="points">The points.</param>
    /// <param name="file">Holds finished points and receives each new one; null: none.</param>
    /// <param name="shutdown">Stops the sweep, keeping finished points.</param>
    Task<SweepOutcome> RunAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, GracefulShutdown shutdown);
}

/// <summary>Runs the points of a sweep in parallel in this process.</summary>
internal sealed class LocalSweeper(SimulationOptions options) : ISweeper
{
    public Task<SweepOutcome> RunAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, GracefulShutdown shutdown) =>
        ProgressBar.ShowAsync("sweep", !options.Quiet, progress => RunAsync(points, file, shutdown, progress));

    private async Task<SweepOutcome> RunAsync(IReadOnlyList<SweepPoint> points, SweepFile? file, GracefulShutdown shutdown, IProgress<double>? progress)
    {
        var results = points.Select(point => file?.Done.GetValueOrDefault(point.Identity)).ToArray();
        var failures = new ConcurrentQueue<string>();
        var todo = Enumerable.Range(0, points.Count).Where(at => results[at] is null).ToArray();
        // In real time, parallel shops would take each other's processors.
        var atOnce = Math.Min(options.Parallel, points.Any(point => point.Shop.Settings.Clock.Mode == ClockMode.Real) ? 1 : Math.Max(1, todo.Length));
        // Points and their replications run side by side, and fill the processors together, also when few points are left.
        using var slots = new SemaphoreSlim(options.Parallel);
        var shares = new CompositeProgress(progress, todo.Length);
        await Parallel.ForEachAsync(todo.Index(), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (next, _) =>
        {
            if (shutdown.Token.IsCancellationRequested)
            {
                return;
            }

            try
            {
                var result = await RunOneAsync(points[next.Item], slots, shares.Of(next.Index), shutdown);
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
        return new SweepOutcome(results, failures);
    }

    private Task<ShopResult> RunOneAsync(SweepPoint point, SemaphoreSlim slots, IProgress<double>? progress, GracefulShutdown shutdown)
    {
        var log = ShopLog.For(options.LogLevel, point.Shop.Tree);
        return Simulation.RunAsync(log.Into(point.Shop.Settings), new RunOptions
        {
            Replications = options.Replications,
            Parallel = options.Parallel,
            Slots = slots,
            Progress = progress,
            CloseDoor = shutdown.Token,
        });
    }
}
