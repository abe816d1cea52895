using System.Diagnostics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Running;
using ActorCafe.Shop.Settings;
using Akka.Configuration;

namespace ActorCafe.Shop;

/// <summary>Simulates shops.</summary>
internal static class Simulation
{
    /// <summary>Simulates a shop with real actors and measures it.</summary>
    /// <param name="settings">The shop.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one replication, or fewer than one at the same time.</exception>
    /// <exception cref="ArgumentException"><see cref="RunOptions.Controls"/> are set for several replications, or in real time.</exception>
    /// <exception cref="ShopFailedException">The run could not be completed.</exception>
    public static async Task<ShopResult> RunAsync(ShopSettings settings, RunOptions? options = null)
    {
        options ??= new RunOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Replications, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallel, 1);
        if (options.Controls is not null && (options is not { Replications: 1, UntilPrecision: null } || settings.Clock.Mode == ClockMode.Real))
        {
            throw new ArgumentException("Controls are for one run in virtual or paced time.", nameof(options));
        }

        var wall = Stopwatch.StartNew();
        if (settings.Statistics.WarmUp is WarmUp.Auto)
        {
            var warmUp = await WarmUpPilots.FindAsync(settings, options).ConfigureAwait(false);
            settings = settings with { Statistics = settings.Statistics with { WarmUp = new WarmUp.Orders(warmUp) } };
        }

        var capacity = options.MeasureCapacity ? await CapacityAsync(settings, options.Slots, options.CloseDoor).ConfigureAwait(false) : BottleneckCapacity.Of(settings)?.Exact;
        var played = new List<ShopResult>();
        var asked = 0;
        ShopResult result;
        for (var wanted = options.Replications; ; wanted = Precision.Wanted(result, options.UntilPrecision!.Value))
        {
            var runs = await RunEachAsync(settings, capacity, options with { FirstReplication = options.FirstReplication + asked, Replications = wanted - asked }).ConfigureAwait(false);
            asked = wanted;
            played.AddRange(runs);
            result = Combine(played, settings) with
            {
                WallSeconds = wall.Elapsed.TotalSeconds,
                Interrupted = played.Count < asked || played.Any(run => run.Interrupted),
            };
            if (options.UntilPrecision is not { } precision || result.Interrupted || Precision.IsReached(result, precision))
            {
                return result;
            }
        }
    }

    /// <summary>
    /// The capacity of a shop: exact where a formula gives it, otherwise measured in virtual time by a run with customers who never stop coming, which takes a
    /// moment. The same for all replications. Null if nothing takes time, or if that run cannot be completed.
    /// </summary>
    /// <param name="settings">The shop.</param>
    /// <param name="closeDoor">Gives the measurement up.</param>
    public static Task<Capacity?> CapacityAsync(ShopSettings settings, CancellationToken closeDoor = default) => CapacityAsync(settings, slots: null, closeDoor);

    /// <summary>Combines replications that were simulated separately into one result.</summary>
    /// <param name="runs">All replications, from the first one on; one or more.</param>
    /// <param name="settings">The shop.</param>
    public static ShopResult Combine(IReadOnlyList<ShopResult> runs, ShopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return SteadyState.Apply(settings, Replications.Combine(runs, settings.Seed, settings.Statistics.Confidence));
    }

    private static async Task<Capacity?> CapacityAsync(ShopSettings settings, SemaphoreSlim? slots, CancellationToken closeDoor) => BottleneckCapacity.Of(settings) is not { } limit
        ? null
        : limit.Exact ?? await CapacityMeasurement.OfAsync(settings, slots, closeDoor).ConfigureAwait(false);

    private static async Task<IEnumerable<ShopResult>> RunEachAsync(ShopSettings settings, Capacity? capacity, RunOptions options)
    {
        var runs = new ShopResult?[options.Replications];
        var progress = new ReplicationProgress(options.Progress, options.Replications, OrdersOf(settings.Customers));
        // Seeds differ, the configuration does not.
        var config = ActorSystems.ConfigOf(settings);
        await Parallel.ForAsync(
            0,
            options.Replications,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel },
            async (index, _) =>
            {
                // The first replication always runs, so that there is a result to show.
                if (index == 0 || !options.CloseDoor.IsCancellationRequested)
                {
                    runs[index] = await RunOneAsync(settings, config, capacity, options, options.FirstReplication + index, progress).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        return runs.OfType<ShopResult>();
    }

    private static long? OrdersOf(CustomersSettings customers) =>
        customers.Orders ?? (customers.Arrivals as ArrivalSettings.Trace)?.Entries.Length;

    private static async Task<ShopResult> RunOneAsync(ShopSettings shop, Config config, Capacity? capacity, RunOptions options, int replication, ReplicationProgress progress)
    {
        var settings = shop with { Seed = RandomStream.SeedOfReplication(shop.Seed, replication) };
        var at = replication - options.FirstReplication;
        var recorder = new Recorder(settings, options.OrderLog?.Invoke(replication), options.Progress is null ? null : left => progress.Report(at, left)) { Capacity = capacity };
        var play = new SingleRun(settings, config, recorder, options.Timeline?.Invoke(replication), options.Controls) { Slots = options.Slots };
        var result = await play.RunAsync(options.CloseDoor).ConfigureAwait(false);
        progress.Done(at);
        return result;
    }
}
