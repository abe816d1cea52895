using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Simulates staffings, each once, until it is clear whether they meet the targets or further runs are unlikely to tell. All serve the same customers (common
/// random numbers). Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore that is only awaited has no handle to dispose of.")]
internal sealed class StaffingSimulator(PlanRequest request, PlanProgress progress)
{
    private const int MostTimes = 16;
    private const int FirstLook = 4;

    // A staffing is given up if its chance to meet a target is below this after the first look.
    private const double Hopeless = 0.001;

    // Replications of a day have seeds of their own, far from those of other days.
    private const int FirstDaysSeed = 1_000_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<Staffing>>> _known = [];

    // Staffings, days and replications run side by side, and fill the processors together.
    private readonly SemaphoreSlim _slots = new(request.Parallel);
    private readonly TimeSpan _opening = request.Days.IsEmpty ? TimeSpan.Zero : PlannedHours.Of(request.Days).Opens;

    public int Count => _known.Count;

    public Task<Staffing> SimulateAsync(ImmutableArray<int> workers) => SimulateAsync(
        string.Join(' ', workers),
        request.Shop.WithPools(stage => workers[stage.Index]),
        workers,
        StaffCost.PerHour(workers, request.CostPerHour));

    /// <param name="name">Identifies the staffing.</param>
    /// <param name="shop">The shop with this staffing.</param>
    /// <param name="workers">Workers by stage; with a schedule, the largest number of the day.</param>
    /// <param name="costPerHour">What they cost per hour.</param>
    public Task<Staffing> SimulateAsync(string name, ShopSettings shop, ImmutableArray<int> workers, double costPerHour) =>
        _known.GetOrAdd(name, _ => new(() => SimulateNewAsync(shop, workers, costPerHour))).Value;

    private async Task<Staffing> SimulateNewAsync(ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        var staffing = await RunUntilClearAsync(shop, workers, costPerHour).ConfigureAwait(false);
        progress.Step();
        return staffing;
    }

    private async Task<Staffing> RunUntilClearAsync(ShopSettings shop, ImmutableArray<int> workers, double costPerHour)
    {
        ShopSettings[] days = request.Days.IsEmpty ? [shop] : [.. request.Days.Select(day => DayOf(shop, day))];
        var runs = days.Select(_ => new List<ShopResult>()).ToArray();
        var most = MostTimes * request.Replications;
        try
        {
            var capacity = Planner.IsStationary(days[0]) ? CapacityAsync(days[0]) : Task.FromResult<Capacity?>(null);
            for (var wanted = Math.Min(FirstLook, request.Replications); ; wanted = Math.Max(request.Replications, 2 * wanted))
            {
                await Task.WhenAll(capacity, RunAsync(days, runs, wanted)).ConfigureAwait(false);
                var staffing = InTheLongRun(Evaluate(runs, workers, costPerHour), days[0], runs[0], await capacity.ConfigureAwait(false));
                if (wanted < request.Replications)
                {
                    if (staffing.Misses(1 - Hopeless))
                    {
                        return staffing;
                    }

                    continue;
                }

                if (staffing.Meets(request.Confidence) || staffing.Misses(request.Confidence) || wanted >= most || IsUnlikelyToMeet(staffing, most))
                {
                    return staffing;
                }
            }
        }
        catch (ShopFailedException)
        {
            // A deadlock, or shop time has run out: this staffing meets no target.
            return new Staffing(workers, costPerHour, runs[0].Count, [.. request.Targets.Select(target => new TargetEstimate(target, null, null, 0))], [.. workers.Select(_ => (double?)null)]);
        }
    }

    private async Task<Capacity?> CapacityAsync(ShopSettings shop)
    {
        await _slots.WaitAsync(request.Cancellation).ConfigureAwait(false);
        try
        {
            return await Simulation.CapacityAsync(shop, request.Cancellation).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Adds replications of each day.</summary>
    private async Task RunAsync(ShopSettings[] days, List<ShopResult>[] runs, int wanted)
    {
        await Parallel.ForAsync(0, days.Length, new ParallelOptions { MaxDegreeOfParallelism = request.Parallel }, async (day, _) =>
        {
            var more = await Simulation.RunAsync(days[day], new RunOptions
            {
                FirstReplication = runs[day].Count + 1,
                Replications = wanted - runs[day].Count,
                Parallel = request.Parallel,
                Slots = _slots,
                MeasureCapacity = false,
                CloseDoor = request.Cancellation,
            }).ConfigureAwait(false);
            runs[day].AddRange(more.Each);
            // An automatic warm-up is the same for further replications, so it is determined only once.
            if (days[day].Statistics.WarmUp is WarmUp.Auto)
            {
                days[day] = days[day] with { Statistics = days[day].Statistics with { WarmUp = new WarmUp.Orders(more.WarmUp) } };
            }
        }).ConfigureAwait(false);
        request.Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The shop on a recorded day. Its random numbers depend on the date, not on the other days.</summary>
    private ShopSettings DayOf(ShopSettings shop, RecordedDay day) => shop with
    {
        Seed = RandomStream.SeedOfReplication(shop.Seed, FirstDaysSeed + (day.Date?.DayNumber ?? request.Days.IndexOf(day))),
        Customers = shop.Customers with { Arrivals = day.Customers, OpensAt = _opening, Orders = null, Until = null, StopAt = null },
        Statistics = shop.Statistics with { WarmUp = WarmUp.None },
    };

    /// <summary>Whether even the most runs would probably not make it sure that a target is met.</summary>
    private bool IsUnlikelyToMeet(Staffing staffing, int most) =>
        staffing.Estimates.Any(one => one.ChanceToBeMet(staffing.Runs, most, request.Confidence) < 1 - request.Confidence);

    /// <summary>Without a steady state the simulated customers say nothing of the long run: those who come later wait longer.</summary>
    private static Staffing InTheLongRun(Staffing staffing, ShopSettings shop, IReadOnlyList<ShopResult> runs, Capacity? capacity) =>
        !Planner.IsStationary(shop) || SteadyState.Of(shop, Simulation.Combine(runs, shop) with { Capacity = capacity }) is not { Reached: false } unsteady ? staffing : staffing with
        {
            SteadyState = unsteady,
            Estimates = [.. staffing.Estimates.Select(one => one with { Ci = null, AtMost = null, Confidence = 0 })],
        };

    private Staffing Evaluate(List<ShopResult>[] days, ImmutableArray<int> workers, double costPerHour) => new(
        workers,
        costPerHour,
        days[0].Count,
        [.. request.Targets.Select(target => target.Estimate(days, request.Confidence))],
        [.. workers.Select((_, stage) => days.Average(runs => runs.Average(run => run.Stages[stage].Utilisation)))])
    {
        WarmUp = days[0][0].WarmUp,
    };
}
