using System.Collections.Immutable;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Searches pools of a fixed size: first what suffices however many there are elsewhere, which bounds each pool from below; then
/// from there upwards in the order of cost, so that the first that meets the targets is the cheapest.
/// </summary>
/// <remarks>It takes for granted that more workers at one stage make nothing worse.</remarks>
internal sealed class PoolSearch(PlanRequest request)
{
    private const int MostDoublings = 3;
    private const int MostDoubtful = 3;
    private readonly Trials _trials = new(request);
    private readonly Pruning _pruning = new(request);

    public async Task<ShopPlan> PlanAsync()
    {
        var most = _pruning.Generous();
        var beyond = await _trials.PlayAsync(most).ConfigureAwait(false);
        for (var doubled = 0; doubled < MostDoublings && !beyond.Meets(request.Confidence); doubled++)
        {
            most = [.. most.Select(workers => 2 * workers)];
            var larger = await _trials.PlayAsync(most).ConfigureAwait(false);
            var helps = larger.Judgements.Zip(beyond.Judgements).Any(pair => pair.First.Measured < 0.99 * pair.Second.Measured);
            beyond = larger;
            if (!helps)
            {
                break;
            }
        }

        if (!beyond.Meets(request.Confidence))
        {
            return Plan(null) with { Beyond = beyond };
        }

        var fewest = await FewestAsync(most).ConfigureAwait(false);
        var doubtful = new List<Trial>();
        var chosen = await CheapestAsync(fewest, most, doubtful).ConfigureAwait(false) ?? beyond;
        return Plan(chosen) with
        {
            OneFewer = await OneFewerAsync(chosen).ConfigureAwait(false),
            Doubtful = [.. doubtful.Where(trial => trial.CostPerHour < chosen.CostPerHour).OrderByDescending(trial => trial.Sure).Take(MostDoubtful)],
            Tried = _trials.Count,
        };
    }

    private ShopPlan Plan(Trial? chosen) => new() { Request = request, Chosen = chosen, Tried = _trials.Count, RuledOut = _pruning.Count };

    /// <summary>For each stage by halving: the fewest workers that may do when there is no lack of others.</summary>
    private async Task<ImmutableArray<int>> FewestAsync(ImmutableArray<int> most)
    {
        var fewest = _pruning.Fewest();
        for (var stage = 0; stage < most.Length; stage++)
        {
            var (low, high) = (Math.Min(fewest[stage], most[stage]), most[stage]);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var workers = most.SetItem(stage, middle);
                if (!_pruning.RulesOut(workers) && !(await _trials.PlayAsync(workers).ConfigureAwait(false)).Misses(request.Confidence))
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            fewest = fewest.SetItem(stage, low);
        }

        return fewest;
    }

    private async Task<Trial?> CheapestAsync(ImmutableArray<int> fewest, ImmutableArray<int> most, List<Trial> doubtful)
    {
        var next = new PriorityQueue<ImmutableArray<int>, (double Cost, int Workers)>();
        var met = new HashSet<string>();
        Push(fewest);
        while (next.TryDequeue(out var workers, out _))
        {
            if (!_pruning.RulesOut(workers))
            {
                var trial = await _trials.PlayAsync(workers).ConfigureAwait(false);
                if (trial.Meets(request.Confidence))
                {
                    return trial;
                }

                if (!trial.Misses(request.Confidence))
                {
                    doubtful.Add(trial);
                }
            }

            for (var stage = 0; stage < workers.Length; stage++)
            {
                if (workers[stage] < most[stage])
                {
                    Push(workers.SetItem(stage, workers[stage] + 1));
                }
            }
        }

        return null;

        void Push(ImmutableArray<int> workers)
        {
            if (met.Add(string.Join(' ', workers)))
            {
                next.Enqueue(workers, (Math.Round(workers.Zip(request.CostPerHour, (count, cost) => count * cost).Sum(), 6), workers.Sum()));
            }
        }
    }

    private async Task<ImmutableArray<Trial?>> OneFewerAsync(Trial chosen)
    {
        var fewer = ImmutableArray.CreateBuilder<Trial?>();
        for (var stage = 0; stage < chosen.Workers.Length; stage++)
        {
            fewer.Add(chosen.Workers[stage] == 1
                ? null
                : await _trials.PlayAsync(chosen.Workers.SetItem(stage, chosen.Workers[stage] - 1)).ConfigureAwait(false));
        }

        return fewer.ToImmutable();
    }
}
