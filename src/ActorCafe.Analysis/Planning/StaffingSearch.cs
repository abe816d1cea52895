using System.Collections.Immutable;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Searches staffings that stay fixed all day. It first finds, for each stage, the fewest workers that suffice when all other stages have
/// plenty, which is a lower bound; from there it goes up in order of cost, so the first staffing that meets the targets is the cheapest.
/// </summary>
/// <remarks>Assumes that more workers at a stage never make a target worse.</remarks>
internal sealed class StaffingSearch(PlanRequest request, PlanProgress progress)
{
    private const int MostDoublings = 3;
    private const int MostInconclusive = 3;
    private const int ExpectedPerStage = 4;
    private readonly StaffingSimulator _simulator = new(request, progress);
    private readonly Pruning _pruning = new(request);

    public async Task<ShopPlan> PlanAsync()
    {
        var plan = await FindAsync().ConfigureAwait(false);
        return plan.Chosen is not { } chosen ? plan : plan with
        {
            OneFewer = await OneFewerAsync(chosen).ConfigureAwait(false),
            Simulated = _simulator.Count,
        };
    }

    /// <summary>The plan without what one worker fewer would do.</summary>
    public async Task<ShopPlan> FindAsync()
    {
        progress.Expect(ExpectedPerStage * request.Shop.Stages.Length);
        var most = _pruning.UpperBounds();
        var largest = await _simulator.SimulateAsync(most).ConfigureAwait(false);
        for (var doubled = 0; doubled < MostDoublings && !largest.Meets(request.Confidence); doubled++)
        {
            most = [.. most.Select(workers => 2 * workers)];
            var larger = await _simulator.SimulateAsync(most).ConfigureAwait(false);
            var helps = larger.Estimates.Zip(largest.Estimates).Any(pair => pair.First.Measured < 0.99 * pair.Second.Measured);
            largest = larger;
            if (!helps)
            {
                break;
            }
        }

        if (!largest.Meets(request.Confidence))
        {
            return Plan(null) with { Largest = largest };
        }

        var fewest = await FewestAsync(most).ConfigureAwait(false);
        var inconclusive = new List<Staffing>();
        var chosen = await CheapestAsync(fewest, most, inconclusive).ConfigureAwait(false) ?? largest;
        return Plan(chosen) with
        {
            Inconclusive = [.. inconclusive.Where(staffing => staffing.CostPerHour < chosen.CostPerHour).OrderByDescending(staffing => staffing.Confidence).Take(MostInconclusive)],
        };
    }

    private ShopPlan Plan(Staffing? chosen) => new() { Request = request, Chosen = chosen, Simulated = _simulator.Count, Excluded = _pruning.Excluded };

    /// <summary>
    /// For each stage, the fewest workers that may suffice when all other stages have plenty: by growing steps up from what theory allows, which is seldom far
    /// below, then by bisection. Where theory says nothing, by bisection alone. The stages are searched side by side.
    /// </summary>
    private async Task<ImmutableArray<int>> FewestAsync(ImmutableArray<int> most)
    {
        var bounds = _pruning.LowerBounds();
        return [.. await Task.WhenAll(most.Select((_, stage) => FewestAsync(stage, bounds[stage], most))).ConfigureAwait(false)];
    }

    private async Task<int> FewestAsync(int stage, int bound, ImmutableArray<int> most)
    {
        var (low, high) = (Math.Min(bound, most[stage]), most[stage]);
        for (var (isAbove, step) = (!_pruning.Applies, 1); low < high;)
        {
            var tried = isAbove ? (low + high) / 2 : Math.Min(low + step - 1, high - 1);
            if (await MaySufficeAsync(most.SetItem(stage, tried)).ConfigureAwait(false))
            {
                (high, isAbove) = (tried, true);
            }
            else
            {
                (low, step) = (tried + 1, 2 * step);
            }
        }

        return low;
    }

    private async Task<bool> MaySufficeAsync(ImmutableArray<int> workers) =>
        !_pruning.Excludes(workers) && !(await _simulator.SimulateAsync(workers).ConfigureAwait(false)).Misses(request.Confidence);

    private async Task<Staffing?> CheapestAsync(ImmutableArray<int> fewest, ImmutableArray<int> most, List<Staffing> inconclusive)
    {
        var next = new PriorityQueue<ImmutableArray<int>, (double Cost, int Workers)>();
        var met = new HashSet<string>();
        Push(fewest);
        while (next.TryDequeue(out var workers, out _))
        {
            if (!_pruning.Excludes(workers))
            {
                var staffing = await _simulator.SimulateAsync(workers).ConfigureAwait(false);
                if (staffing.Meets(request.Confidence))
                {
                    return staffing;
                }

                if (!staffing.Misses(request.Confidence))
                {
                    inconclusive.Add(staffing);
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
                next.Enqueue(workers, (Math.Round(StaffCost.PerHour(workers, request.CostPerHour), 6), workers.Sum()));
            }
        }
    }

    private async Task<ImmutableArray<Staffing?>> OneFewerAsync(Staffing chosen)
    {
        return [.. await Task.WhenAll(chosen.Workers.Select(async (workers, stage) => workers == 1
            ? null
            : await _simulator.SimulateAsync(chosen.Workers.SetItem(stage, workers - 1)).ConfigureAwait(false))).ConfigureAwait(false)];
    }
}
