using System.Collections.Immutable;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>Simulates staffings, each once, until it is clear whether they meet the targets. All serve the same customers (common random numbers).</summary>
internal sealed class StaffingSimulator(PlanRequest request)
{
    private const int MostTimes = 16;
    private readonly Dictionary<string, Staffing> _known = [];

    public int Count => _known.Count;

    public Task<Staffing> SimulateAsync(ImmutableArray<int> workers) => SimulateAsync(
        string.Join(' ', workers),
        request.Shop.WithPools(stage => workers[stage.Index]),
        workers,
        workers.Zip(request.CostPerHour, (count, cost) => count * cost).Sum());

    /// <param name="name">Identifies the staffing.</param>
    /// <param name="shop">The shop with this staffing.</param>
    /// <param name="workers">Workers by stage; with a schedule, the largest number of the day.</param>
    /// <param name="costPerHour">What they cost per hour.</param>
    public async Task<Staffing> SimulateAsync(string name, ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        if (!_known.TryGetValue(name, out var staffing))
        {
            _known[name] = staffing = await SimulateNewAsync(shop, workers, costPerHour).ConfigureAwait(false);
        }

        return staffing;
    }

    private async Task<Staffing> SimulateNewAsync(ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        var runs = new List<ShopResult>();
        try
        {
            var capacity = Planner.IsStationary(shop) ? await Simulation.CapacityAsync(shop, request.Cancellation).ConfigureAwait(false) : null;
            for (var wanted = request.Replications; ; wanted *= 2)
            {
                var more = await Simulation.RunAsync(shop, new RunOptions
                {
                    FirstReplication = runs.Count + 1,
                    Replications = wanted - runs.Count,
                    Parallel = request.Parallel,
                    MeasureCapacity = false,
                    CloseDoor = request.Cancellation,
                }).ConfigureAwait(false);
                request.Cancellation.ThrowIfCancellationRequested();
                runs.AddRange(more.Each);
                // An automatic warm-up is the same for further replications, so it is determined only once.
                shop = shop.Statistics.WarmUp is WarmUp.Auto ? shop with { Statistics = shop.Statistics with { WarmUp = new WarmUp.Orders(more.WarmUp) } } : shop;
                var staffing = InTheLongRun(Evaluate(runs, workers, costPerHour), shop, Simulation.Combine(runs, shop) with { Capacity = capacity });
                if (staffing.Meets(request.Confidence) || staffing.Misses(request.Confidence) || wanted >= MostTimes * request.Replications)
                {
                    return staffing;
                }
            }
        }
        catch (ShopFailedException)
        {
            // A deadlock, or shop time has run out: this staffing meets no target.
            return new Staffing(workers, costPerHour, runs.Count, [.. request.Targets.Select(target => new TargetEstimate(target, null, null, 0))], [.. workers.Select(_ => (double?)null)]);
        }
    }

    /// <summary>Without a steady state the simulated customers say nothing of the long run: those who come later wait longer.</summary>
    private static Staffing InTheLongRun(Staffing staffing, ShopSettings shop, ShopResult result) =>
        !Planner.IsStationary(shop) || SteadyState.Of(shop, result) is not { Reached: false } unsteady ? staffing : staffing with
        {
            SteadyState = unsteady,
            Estimates = [.. staffing.Estimates.Select(one => one with { Ci = null, Confidence = 0 })],
        };

    private Staffing Evaluate(List<ShopResult> runs, ImmutableArray<int> workers, double costPerHour) => new(
        workers,
        costPerHour,
        runs.Count,
        [.. request.Targets.Select(target => target.Estimate(runs, request.Confidence))],
        [.. workers.Select((_, stage) => runs.Average(run => run.Stages[stage].Utilisation))])
    {
        WarmUp = runs[0].WarmUp,
    };
}
