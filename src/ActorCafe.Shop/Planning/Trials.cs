using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Planning;

/// <summary>Plays pools until it is sure whether they meet the targets; each only once. All pools meet the same customers.</summary>
internal sealed class Trials(PlanRequest request)
{
    private const int MostTimes = 16;
    private readonly Dictionary<string, Trial> _known = [];

    public int Count => _known.Count;

    public Task<Trial> PlayAsync(ImmutableArray<int> workers) => PlayAsync(
        string.Join(' ', workers),
        request.Shop.WithPools(stage => workers[stage.Index]),
        workers,
        workers.Zip(request.CostPerHour, (count, cost) => count * cost).Sum());

    /// <param name="name">Of the pools, the same for the same ones.</param>
    /// <param name="shop">The shop with them.</param>
    /// <param name="workers">Their sizes; with a schedule the largest.</param>
    /// <param name="costPerHour">What they cost.</param>
    public async Task<Trial> PlayAsync(string name, ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        if (!_known.TryGetValue(name, out var trial))
        {
            _known[name] = trial = await PlayNewAsync(shop, workers, costPerHour).ConfigureAwait(false);
        }

        return trial;
    }

    private async Task<Trial> PlayNewAsync(ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        var runs = new List<ShopResult>();
        try
        {
            for (var wanted = request.Replications; ; wanted *= 2)
            {
                var more = await Simulation.RunAsync(shop, new RunOptions
                {
                    FirstReplication = runs.Count + 1,
                    Replications = wanted - runs.Count,
                    Parallel = request.Parallel,
                    MeasureCapacity = false,
                    CloseDoor = request.Closing,
                }).ConfigureAwait(false);
                request.Closing.ThrowIfCancellationRequested();
                runs.AddRange(more.Each);
                var trial = Judge(runs, workers, costPerHour);
                if (trial.Meets(request.Confidence) || trial.Misses(request.Confidence) || wanted >= MostTimes * request.Replications)
                {
                    return trial;
                }
            }
        }
        catch (ShopFailedException)
        {
            // A deadlock: these pools will not do.
            return new Trial(workers, costPerHour, runs.Count, [.. request.Targets.Select(target => new Judgement(target, null, null, 0))], [.. workers.Select(_ => (double?)null)]);
        }
    }

    private Trial Judge(List<ShopResult> runs, ImmutableArray<int> workers, double costPerHour) => new(
        workers,
        costPerHour,
        runs.Count,
        [.. request.Targets.Select(target => target.Judge(runs, request.Confidence))],
        [.. workers.Select((_, stage) => runs.Average(run => run.Stages[stage].Utilisation))]);
}
